import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { makeWorkspace } from "@/server/testing/fixtures";
import {
  checkImport,
  createImport,
  finishImport,
  getImport,
  importChunks,
  mapImport,
  prepareImport,
  requestCheck,
  startImport,
} from "@/server/transfer";
import { amoDeals, bitrixContacts, csvOf, type Export } from "@/server/transfer/exports.fixture";
import { openBenchDatabase } from "./database";

// npm run bench:import: files of 100,000 rows from upload to the last row written, beside COPY of the same rows into
// tables with the same indexes. COPY checks nothing, and knows the rows already.
const rows = Number(process.env.BENCH_ROWS ?? 100_000);
// What an import writes into, besides its own ledger.
const written = [
  "record",
  "company",
  "contact",
  "deal",
  "contact_point",
  "record_stage_visit",
  "event",
  "comment",
];
const database = await openBenchDatabase();
console.log(`${database.description}, Node ${process.version}, ${rows} rows a file`);

try {
  await measure("contacts (Bitrix24)", bitrixContacts, "contact");
  await measure("deals with contacts and companies (amoCRM)", amoDeals, "deal");
} finally {
  await database.close();
}

async function measure(name: string, file: Export, entity: "contact" | "deal"): Promise<void> {
  const workspace = await makeWorkspace(name);
  const ctx = { ...workspace.owner, language: "ru" as const, currency: "RUB", timeZone: "Europe/Moscow" };
  const memory = watchMemory();
  const began = performance.now();
  const { importId } = await createImport(ctx, { fileName: `${entity}.csv`, entity }, csvOf(file, rows));
  const { job } = await getImport(ctx, { importId });
  const mapping = job.mapping.map((one) => ({
    ...one,
    onUnknown: one.field === "stageId" ? ("create" as const) : ("blank" as const),
  }));
  await mapImport(ctx, { importId, mapping });
  const uploaded = performance.now();
  await requestCheck(ctx, { importId });
  const { rows: found } = await database.admin.query<{ revision: number }>(
    "select revision from import_job where id = $1",
    [importId],
  );
  await checkImport(ctx, { importId, revision: found[0]?.revision ?? 0 });
  const checked = performance.now();
  await startImport(ctx, { importId });
  await prepareImport(ctx, { importId });
  for (let from = 0; ; from += 5)
    if ((await importChunks(ctx, { importId, from, count: 5 })) !== "more") break;
  await finishImport(ctx, { importId });
  const done = performance.now();
  const peak = memory();
  const { counts } = (await getImport(ctx, { importId })).job;
  if (counts.created + counts.updated + counts.rejected + counts.skipped !== rows)
    throw new Error(`rows were lost: ${JSON.stringify(counts)}`);
  const copy = await copyOf(database.admin, ctx.organizationId);
  console.log(`\n${name}: ${JSON.stringify(counts)}`);
  report("upload and first look", uploaded - began);
  report("trial run", checked - uploaded);
  report("import", done - checked);
  report("end to end", done - began);
  report(`COPY of the ${copy.rows.toLocaleString("en-US")} rows written`, copy.ms);
  console.log(`import / COPY ${((done - checked) / copy.ms).toFixed(2)}, memory +${peak.toFixed(0)} MB`);
}

function report(what: string, ms: number): void {
  const perSecond = Math.round((rows / ms) * 1000).toLocaleString("en-US");
  console.log(
    `  ${what.padEnd(34)} ${(ms / 1000).toFixed(2).padStart(7)} s  ${perSecond.padStart(9)} rows/s`,
  );
}

/** Watches the process's resident memory. @returns a function that stops, and says by how many MB it grew at most */
function watchMemory(): () => number {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  return () => {
    clearInterval(timer);
    return (most - before) / 1e6;
  };
}

/** How long COPY takes for the rows an organization has, into empty tables with the same columns and indexes. */
async function copyOf(admin: pg.Client, organizationId: string): Promise<{ ms: number; rows: number }> {
  const folder = await mkdtemp(join(tmpdir(), "pult-copy-"));
  // The server may run as another user than we do.
  await chmod(folder, 0o777);
  let ms = 0;
  let all = 0;
  try {
    for (const table of written) {
      const path = join(folder, table);
      await admin.query(`create table dump_${table} (like ${table} including indexes including defaults)`);
      await admin.query(
        `copy (select * from ${table} where organization_id = '${organizationId}') to program 'cat > ${path}'`,
      );
      const began = performance.now();
      const result = await admin.query(`copy dump_${table} from program 'cat ${path}'`);
      ms += performance.now() - began;
      all += result.rowCount ?? 0;
      await admin.query(`drop table dump_${table}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { ms, rows: all };
}
