import type { Cost } from "./measure";

/** A job done in several ways; the last one is what the first is compared with. */
export type Job = { name: string; ways: [way: string, cost: Cost][]; goal?: Goal };

/** What the first way of a job may cost: processor time of app and database together, in ms, and statements. */
export type Goal = { cpuMs: number; queries?: number };

const heads = ["", "p50 ms", "p95 ms", "app CPU ms", "db CPU ms", "CPU ms", "queries", "goal"];

/** The table: every way of a job, and how many times the first costs the last. */
export function table(jobs: Job[]): string {
  const lines = jobs.flatMap(({ name, ways, goal }) => {
    const [first, last] = [ways[0]?.[1], ways.at(-1)?.[1]];
    const costs = ways.map(([way, cost], i) => [i === 0 ? name : `  ${way}`, ...cells(cost)]);
    if (first && goal) costs[0]?.push(verdict(first, goal));
    return first && last ? [...costs, ["  ratio", ...ratios(first, last)]] : costs;
  });
  const widths = heads.map((head, i) => Math.max(head.length, ...lines.map((line) => line[i]?.length ?? 0)));
  const row = (line: string[]) =>
    line
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join("   ");
  return [heads, ...lines].map(row).join("\n");
}

function verdict(cost: Cost, { cpuMs, queries }: Goal): string {
  const cpu = cpuOf(cost);
  const met = cpu !== null && cpu <= cpuMs && (queries === undefined || cost.queries <= queries);
  return `${met ? "met" : "missed"}: ${cpuMs} ms${queries === undefined ? "" : `, ${queries} queries`}`;
}

const cpuOf = ({ appMs, databaseMs }: Cost) => (databaseMs === null ? null : appMs + databaseMs);

const numbers = (cost: Cost) => [cost.p50, cost.p95, cost.appMs, cost.databaseMs, cpuOf(cost), cost.queries];

function cells(cost: Cost): string[] {
  return numbers(cost).map((value, i) => (value === null ? "–" : value.toFixed(i === 5 ? 1 : 2)));
}

function ratios(first: Cost, last: Cost): string[] {
  const beside = numbers(last);
  return numbers(first).map((value, i) => {
    const other = beside[i];
    return value === null || !other ? "–" : `${(value / other).toFixed(2)}x`;
  });
}
