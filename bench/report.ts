import type { Cost } from "./measure";

export type Job = { name: string; verb: Cost; raw: Cost };

const heads = ["", "p50 ms", "p95 ms", "app CPU ms", "db CPU ms", "queries"];

/** The table: a verb, the same by hand, and how many times the first costs the second. */
export function table(jobs: Job[]): string {
  const lines = jobs.flatMap(({ name, verb, raw }) => [
    [name, ...cells(verb)],
    ["  raw SQL", ...cells(raw)],
    ["  ratio", ...ratios(verb, raw)],
  ]);
  const widths = heads.map((head, i) => Math.max(head.length, ...lines.map((line) => line[i]?.length ?? 0)));
  const row = (line: string[]) =>
    line
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join("   ");
  return [heads, ...lines].map(row).join("\n");
}

const numbers = (cost: Cost) => [cost.p50, cost.p95, cost.appMs, cost.databaseMs, cost.queries];

function cells(cost: Cost): string[] {
  return numbers(cost).map((value, i) => (value === null ? "–" : value.toFixed(i === 4 ? 1 : 2)));
}

function ratios(verb: Cost, raw: Cost): string[] {
  const beside = numbers(raw);
  return numbers(verb).map((value, i) => {
    const other = beside[i];
    return value === null || !other ? "–" : `${(value / other).toFixed(2)}x`;
  });
}
