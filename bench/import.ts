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
import { floorOf } from "./import-floor";
import { serverCpu } from "./server-cpu";

// npm run bench:import: files from upload to the last row written, with everything on: policies, permissions, validation,
// duplicates, the ledger of the undo. Beside them, in the same run, what writing the same rows costs at the least.
const rows = Number(process.env.BENCH_ROWS ?? 100_000);
const database = await openBenchDatabase({ connections: 4 });
const cpu = await serverCpu(database.admin, database.local);
console.log(`${database.description}, Node ${process.version}, ${rows} rows a file`);

try {
  const asked = process.env.BENCH_ONLY ?? "";
  if (asked !== "deal") await measure("contacts (Bitrix24)", bitrixContacts, "contact");
  if (asked !== "contact") await measure("deals with contacts and companies (amoCRM)", amoDeals, "deal");
} finally {
  await database.close();
}

async function measure(name: string, file: Export, entity: "contact" | "deal"): Promise<void> {
  const workspace = await makeWorkspace(name);
  const ctx = { ...workspace.owner, language: "ru" as const, currency: "RUB", timeZone: "Europe/Moscow" };
  const memory = watchMemory();
  console.log(`\n${name}`);
  let importId = "";
  const uploaded = await timed("upload and first look", async () => {
    ({ importId } = await createImport(ctx, { fileName: `${entity}.csv`, entity }, csvOf(file, rows)));
    const { job } = await getImport(ctx, { importId });
    const mapping = job.mapping.map((one) => ({
      ...one,
      onUnknown: one.field === "stageId" ? ("create" as const) : ("blank" as const),
    }));
    await mapImport(ctx, { importId, mapping });
  });
  const checked = await timed("trial run", async () => {
    await requestCheck(ctx, { importId });
    const { rows: found } = await database.admin.query<{ revision: number }>(
      "select revision from import_job where id = $1",
      [importId],
    );
    await checkImport(ctx, { importId, revision: found[0]?.revision ?? 0 });
  });
  const imported = await timed("import", async () => {
    await startImport(ctx, { importId });
    await prepareImport(ctx, { importId });
    for (let from = 0; ; from += 5)
      if ((await importChunks(ctx, { importId, from, count: 5 })) !== "more") break;
    await finishImport(ctx, { importId });
  });
  const peak = memory();
  const { counts } = (await getImport(ctx, { importId })).job;
  if (counts.created + counts.updated + counts.rejected + counts.skipped !== rows)
    throw new Error(`rows were lost: ${JSON.stringify(counts)}`);
  const floor = await floorOf(database.admin, ctx.organizationId);
  report("end to end", uploaded + checked + imported);
  report("COPY of the rows written", floor.copyMs);
  report("INSERT … SELECT of them, all on", floor.insertMs);
  console.log(
    `  ${JSON.stringify(counts)}\n  ${(floor.rows / rows).toFixed(1)} rows of tables a row of the file, memory +${peak.toFixed(0)} MB`,
  );
  console.log(
    `  import / COPY ${(imported / floor.copyMs).toFixed(2)}, import / INSERT … SELECT ${(imported / floor.insertMs).toFixed(2)}`,
  );
}

async function timed(what: string, work: () => Promise<void>): Promise<number> {
  const [app, database, began] = [process.cpuUsage(), cpu(), performance.now()];
  await work();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(app);
  const after = cpu();
  report(what, ms, {
    app: (user + system) / 1000,
    database: database === null || after === null ? null : after - database,
  });
  return ms;
}

function report(what: string, ms: number, spent?: { app: number; database: number | null }): void {
  const perSecond = Math.round((rows / ms) * 1000).toLocaleString("en-US");
  const per = (all: number | null) => (all === null ? "?" : `${((all / rows) * 1000).toFixed(0)} ms`);
  const processor = spent
    ? `   CPU a 1,000 rows: app ${per(spent.app)}, database ${per(spent.database)}`
    : "";
  console.log(
    `  ${what.padEnd(34)} ${(ms / 1000).toFixed(2).padStart(7)} s  ${perSecond.padStart(9)} rows/s${processor}`,
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
