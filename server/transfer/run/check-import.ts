import { type Context, inOrganization } from "@/server/platform";
import type { ImportCheck, Reading } from "../contract";
import { allRows, chunkRows, keepRows } from "../jobs/chunks";
import { findJob, type Job, saveJob } from "../jobs/job-rows";
import { openFile, readable } from "../jobs/read-file";
import { surroundings } from "../jobs/surroundings";
import { PlanCounts } from "../plan/plan-counts";
import { gatherStyles } from "../plan/styles";
import { targets } from "../targets";
import type { NewOptions } from "../values/new-options";
import { shortened } from "../values/shortened";
import { Batch } from "./batch";
import { planChunk } from "./import-chunk";
import { siftRows } from "./sift-rows";

const SHOWN_REJECTED = 100;
const LONGEST_CELL = 300;

/**
 * Goes through the whole file without writing: how many rows would be new, changed, left out or refused, and why. A
 * check of an older revision gives up by itself.
 */
export async function checkImport(ctx: Context, ref: { importId: string; revision: number }): Promise<void> {
  const job = await inOrganization(ctx, (tx) => findJob(tx, ctx, ref.importId));
  if (job?.revision !== ref.revision || job.status !== "checking") return;
  const total = await unpack(ctx, job);
  const check = await trial(ctx, job, total);
  if (check) await settle(ctx, job, { status: "mapped", check });
}

/** Marks a check that could not be finished. */
export async function failCheck(
  ctx: Context,
  ref: { importId: string; revision: number },
  code: string,
): Promise<void> {
  const job = await inOrganization(ctx, (tx) => findJob(tx, ctx, ref.importId));
  if (job) await settle(ctx, { ...job, revision: ref.revision }, { status: "uploaded", fault: { code } });
}

/** Writes a check's outcome unless something was changed meanwhile. */
async function settle(ctx: Context, job: Job, values: Parameters<typeof saveJob>[2]): Promise<void> {
  const now = await inOrganization(ctx, (tx) => findJob(tx, ctx, job.id));
  if (now?.revision === job.revision && now.status === "checking") await saveJob(ctx, job.id, values);
}

async function unpack(ctx: Context, job: Job): Promise<number> {
  const wanted = readingKey(job.reading);
  if (job.unpackedBy === wanted && job.check) return job.check.total;
  const { reading } = job;
  const table = await openFile(ctx, job, reading);
  const total = await readable(() => keepRows(ctx, job.id, table.rows));
  await saveJob(ctx, job.id, { unpackedBy: wanted });
  return total;
}

function readingKey({ encoding, delimiter, sheet }: Reading): string {
  return JSON.stringify([encoding, delimiter, sheet]);
}

async function trial(ctx: Context, job: Job, total: number): Promise<ImportCheck | null> {
  const { mapping, entity } = job;
  const around = await surroundings(ctx, job);
  const styles = await gatherStyles(allRows(ctx, job.id), mapping, around);
  const counts = { rows: 0, created: 0, updated: 0, skipped: 0, rejected: 0 };
  const planned = new PlanCounts();
  const refused = new Map<string, number>();
  const rejectedRows: ImportCheck["rejectedRows"] = [];
  const settings = { target: targets[entity], around, mapping, dryRun: { seen: new Set<string>() } };
  const newOptions = new Map<string, NewOptions>();
  for (let number = 0; ; number++) {
    const rows = await chunkRows(ctx, job.id, number);
    if (!rows) break;
    if (number % 10 === 9 && (await stale(ctx, job))) return null;
    const read = await planChunk(rows, { ...around, mapping, styles, newOptions });
    for (const row of read) planned.add(row);
    const ledger = await inOrganization(ctx, async (tx) => {
      const batch = new Batch(tx, ctx, job, around);
      await siftRows(batch, read, settings);
      return batch.ledger;
    });
    counts.rows += rows.length;
    for (const key of ["created", "updated", "skipped"] as const) counts[key] += ledger.counts[key];
    counts.rejected += ledger.rejected.length;
    for (const { line, errors } of ledger.rejected) {
      for (const { code } of errors) refused.set(code, (refused.get(code) ?? 0) + 1);
      if (rejectedRows.length >= SHOWN_REJECTED) continue;
      const cells = rows.find((row) => row.line === line)?.cells ?? [];
      rejectedRows.push({ line, errors, cells: cells.map((cell) => shortened(String(cell), LONGEST_CELL)) });
    }
    if (number % 10 === 9) await saveJob(ctx, job.id, { counts });
  }
  return {
    ...counts,
    total,
    errors: Object.fromEntries(refused),
    warnings: Object.fromEntries(planned.warnings),
    unknown: plain(planned.unknown),
    create: plain(planned.create),
    rejectedRows,
    styles: [...styles],
  };
}

async function stale(ctx: Context, job: Job): Promise<boolean> {
  const now = await inOrganization(ctx, (tx) => findJob(tx, ctx, job.id));
  return now?.revision !== job.revision || now.status !== "checking";
}

function plain(maps: Map<string, Map<string, number>>): Record<string, Record<string, number>> {
  return Object.fromEntries([...maps].map(([key, texts]) => [key, storable(texts)]));
}

function storable(texts: Map<string, number>): Record<string, number> {
  return Object.fromEntries([...texts].map(([text, count]) => [shortened(text, text.length), count]));
}
