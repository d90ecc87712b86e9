import { sql } from "drizzle-orm";
import { asWorker, type Context } from "@/server/platform";
import {
  cancelImport,
  checkImport,
  createImport,
  finishImport,
  finishUndo,
  getImport,
  importChunks,
  mapImport,
  prepareImport,
  requestCheck,
  requestUndo,
  startImport,
  undoBatches,
} from ".";
import type { Importable, ImportJob, ImportOptions, Mapping } from "./contract";

/** What the engine's functions do, without the engine. */
export type Brought = {
  entity?: Importable;
  listId?: string;
  fileName?: string;
  options?: Partial<ImportOptions>;
  mapping?: (now: Mapping) => Mapping;
};

/** Uploads a file and checks it. */
export async function bring(
  ctx: Context,
  bytes: Iterable<Uint8Array>,
  how: Brought = {},
): Promise<ImportJob> {
  const { importId } = await createImport(
    ctx,
    { fileName: how.fileName ?? "file.csv", entity: how.entity, listId: how.listId },
    bytes,
  );
  const { job } = await getImport(ctx, { importId });
  await mapImport(ctx, {
    importId,
    mapping: how.mapping ? how.mapping(job.mapping) : job.mapping,
    options: how.options,
  });
  await check(ctx, importId);
  return (await getImport(ctx, { importId })).job;
}

/** Checks an import as the engine would. */
export async function check(ctx: Context, importId: string): Promise<void> {
  await requestCheck(ctx, { importId });
  const revision = await revisionOf(importId);
  await checkImport(ctx, { importId, revision });
}

async function revisionOf(importId: string): Promise<number> {
  const { rows } = await asWorker((tx) =>
    tx.execute<{ revision: number }>(sql`select revision from import_job where id = ${importId}`),
  );
  return rows[0]?.revision ?? 0;
}

/** Starts a checked import and lets all its rows through. */
export async function run(ctx: Context, importId: string): Promise<ImportJob> {
  await startImport(ctx, { importId });
  await goOn(ctx, importId);
  return (await getImport(ctx, { importId })).job;
}

/** What the engine does with an import that was started, from its beginning, as after a crash. */
export async function goOn(ctx: Context, importId: string): Promise<void> {
  await prepareImport(ctx, { importId });
  for (let from = 0; ; from += 5)
    if ((await importChunks(ctx, { importId, from, count: 5 })) !== "more") break;
  await finishImport(ctx, { importId });
}

/** Takes an import back to its end. */
export async function undo(ctx: Context, importId: string): Promise<void> {
  await requestUndo(ctx, { importId });
  while (await undoBatches(ctx, { importId, count: 5 }));
  await finishUndo(ctx, { importId });
}

export { cancelImport };

/** Every row of the records' tables of an organization as text, in a steady order: what an undo has to restore. */
export async function dump(ctx: Context): Promise<string[]> {
  const tables = [
    "record",
    "contact",
    "company",
    "deal",
    "lead",
    "product",
    "product_category",
    "list_item",
    "contact_point",
    "record_stage_visit",
    "comment",
    "activity",
    "import_key",
  ];
  const parts = tables.map(
    (table) =>
      `select '${table} ' || to_jsonb(t)::text as line from ${table} t where organization_id = '${ctx.organizationId}'`,
  );
  const { rows } = await asWorker((tx) =>
    tx.execute<{ line: string }>(sql.raw(`${parts.join(" union all ")} order by line`)),
  );
  return rows.map(({ line }) => line);
}

/** Counts rows of a table of an organization. */
export async function countOf(ctx: Context, table: string, where = "true"): Promise<number> {
  const { rows } = await asWorker((tx) =>
    tx.execute<{ count: number }>(
      sql.raw(
        `select count(*)::int as count from ${table} where organization_id = '${ctx.organizationId}' and ${where}`,
      ),
    ),
  );
  return rows[0]?.count ?? 0;
}
