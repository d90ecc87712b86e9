import { Readable } from "node:stream";
import { parse } from "csv-parse";
import { amoDeals, catalog, csvOf, surroundings } from "@/server/transfer/exports.fixture";
import { planRows } from "@/server/transfer/plan/plan-rows";
import { readCsv } from "@/server/transfer/read/read-csv";
import { recogniseColumns } from "@/server/transfer/recognise/recognise-columns";

// npm run bench:import-parse: what reading and planning an import costs before the database, beside csv-parse alone.
const rows = Number(process.env.BENCH_ROWS ?? 100_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);

const file = [...csvOf(amoDeals, rows)];
const bytes = file.reduce((sum, chunk) => sum + chunk.length, 0);
console.log(
  `${rows} rows × ${amoDeals.header.length} columns, ${(bytes / 1e6).toFixed(1)} MB, Node ${process.version}`,
);

let peak = 0;

/** Reading never rests, so no timer would see the heap at its highest. */
function watchHeap(row: number): void {
  if (row % 5000 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed);
}

const ways: [string, () => Promise<number>][] = [
  ["csv-parse, rows as lists", raw],
  ["read", read],
  ["read + plan", readAndPlan],
];
for (let round = 1; round <= rounds; round++) {
  for (const [name, way] of ways) {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    peak = before;
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    const found = await way();
    const wall = performance.now() - began;
    const used = process.cpuUsage(cpu);
    if (found !== rows) throw new Error(`${name} found ${found} rows of ${rows}`);
    const perSecond = (ms: number) => Math.round((rows / ms) * 1000).toLocaleString("en-US");
    console.log(
      `${round}  ${name.padEnd(26)} ${perSecond(wall).padStart(9)} rows/s   ${perSecond((used.user + used.system) / 1000).padStart(9)} rows/s of CPU   heap +${((peak - before) / 1e6).toFixed(0)} MB`,
    );
  }
}

async function raw(): Promise<number> {
  let found = -1;
  for await (const _ of Readable.from(file).pipe(parse({ delimiter: ";" }))) watchHeap(++found);
  return found;
}

async function read(): Promise<number> {
  let found = 0;
  for await (const row of (await readCsv(file)).rows) if (row.fault === null) watchHeap(++found);
  return found;
}

async function readAndPlan(): Promise<number> {
  const table = await readCsv(file);
  const fields = catalog.deal ?? [];
  const { columns } = recogniseColumns(table.header, [], { entity: "deal", fields });
  const mapping = columns.flatMap(({ column, guess }) => (guess ? [{ column, field: guess.field }] : []));
  const plan = planRows(table.rows, { ...surroundings, fields, mapping });
  for await (const row of plan.rows) watchHeap(row.line);
  if (plan.counts.imported !== rows)
    throw new Error(`${plan.counts.rejected} rows rejected: ${JSON.stringify([...plan.counts.errors])}`);
  return plan.counts.imported;
}
