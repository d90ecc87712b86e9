import type { ServerCpu } from "./server-cpu";

/** What one way of doing a job costs; times in ms a request, `databaseMs` null where it cannot be read. */
export type Cost = {
  requests: number;
  p50: number;
  p95: number;
  appMs: number;
  databaseMs: number | null;
  queries: number;
};

type Meters = { serverCpu: ServerCpu; queries: () => number };
type Work = () => Promise<unknown>;

const warmUp = 15;
const round = 10;

/**
 * Measures ways of one job in turns of ten requests, so that whatever else the machine does falls on all of them. The
 * first requests, which plan and compile, are not counted.
 */
export async function compare<Way extends string>(
  ways: Record<Way, Work>,
  requests: number,
  meters: Meters,
): Promise<Record<Way, Cost>> {
  const names = Object.keys(ways) as Way[];
  const tallies = names.map((name) => [name, tally(ways[name], meters)] as const);
  for (const [, one] of tallies) await one.run(warmUp, { counted: false });
  for (let done = 0; done < requests; done += round) {
    for (const [, one] of tallies) await one.run(round, { counted: true });
  }
  return Object.fromEntries(tallies.map(([name, one]) => [name, one.cost()])) as Record<Way, Cost>;
}

function tally(work: Work, { serverCpu, queries }: Meters) {
  const walls: number[] = [];
  const spent = { app: 0, database: 0, queries: 0 };
  let seesServer = true;

  async function run(times: number, { counted }: { counted: boolean }): Promise<void> {
    const app = process.cpuUsage();
    const database = serverCpu();
    const asked = queries();
    const taken: number[] = [];
    for (let i = 0; i < times; i++) {
      const began = performance.now();
      await work();
      taken.push(performance.now() - began);
    }
    if (!counted) return;
    const used = process.cpuUsage(app);
    const after = serverCpu();
    seesServer = database !== null && after !== null;
    walls.push(...taken);
    spent.app += (used.user + used.system) / 1000;
    spent.database += (after ?? 0) - (database ?? 0);
    spent.queries += queries() - asked;
  }

  function cost(): Cost {
    const requests = walls.length;
    const sorted = walls.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(requests - 1, Math.floor(requests * share))] ?? 0;
    return {
      requests,
      p50: at(0.5),
      p95: at(0.95),
      appMs: spent.app / requests,
      databaseMs: seesServer ? spent.database / requests : null,
      queries: spent.queries / requests,
    };
  }

  return { run, cost };
}
