import { and, eq } from "drizzle-orm";
import { importBatch } from "@/db/schema/transfer";
import { type Context, inOrganization } from "@/server/platform";
import type { ImportCounts } from "../contract";
import { chunkRows } from "../jobs/chunks";
import { lockJob, readJob, setJob } from "../jobs/job-rows";
import { surroundings } from "../jobs/surroundings";
import { planRows } from "../plan/plan-rows";
import { targets } from "../targets";
import { Batch } from "./batch";
import { listed } from "./check-import";
import { siftRows } from "./sift-rows";

/** What is left to do after some chunks: more of them, nothing, or the import was stopped. */
export type Progress = "more" | "done" | "stopped";

/**
 * Imports some chunks, each in one transaction with its ledger: whoever comes second to a chunk finds it done. @returns
 * whether there are more
 */
export async function importChunks(
  ctx: Context,
  { importId, from, count }: { importId: string; from: number; count: number },
): Promise<Progress> {
  const job = await inOrganization(ctx, (tx) => readJob(tx, ctx, importId));
  const { entity, language, mapping, reading } = job;
  const around = await surroundings(ctx, { entity, language, lossless: reading.lossless, mapping });
  for (let number = from; number < from + count; number++) {
    const progress = await importChunk(ctx, importId, number, around);
    if (progress !== "more") return progress;
  }
  return "more";
}

async function importChunk(
  ctx: Context,
  importId: string,
  number: number,
  around: Awaited<ReturnType<typeof surroundings>>,
): Promise<Progress> {
  const rows = await chunkRows(ctx, importId, number);
  if (!rows) return "done";
  return inOrganization(ctx, async (tx) => {
    // The lock makes chunks wait for each other: two processes at one import do not count past each other.
    const job = await lockJob(tx, ctx, importId);
    if (job.status !== "running") return "stopped";
    const done = await tx.$count(
      importBatch,
      and(
        eq(importBatch.organizationId, ctx.organizationId),
        eq(importBatch.importId, importId),
        eq(importBatch.number, number),
      ),
    );
    if (done > 0) return "more";
    const target = targets[job.entity];
    const batch = new Batch(tx, ctx, job.options, around);
    const styles = new Map(job.check?.styles ?? []);
    const plan = planRows(listed(rows), { ...around, mapping: job.mapping, styles });
    const planned = [];
    for await (const row of plan.rows) planned.push(row);
    const { creates, updates } = await siftRows(batch, planned, { target, around, mapping: job.mapping });
    if (creates.length > 0) await target.create(batch, creates);
    if (updates.length > 0) await target.update(batch, updates);
    const { ledger } = batch;
    const counts = { ...ledger.counts, rows: rows.length, rejected: ledger.rejected.length };
    await tx.insert(importBatch).values({
      ...{ organizationId: ctx.organizationId, importId, number },
      ledger: { ...ledger, counts },
      doneAt: ctx.now(),
    });
    await setJob(tx, ctx, importId, { counts: sum(job.counts, counts) });
    return "more";
  });
}

function sum(a: ImportCounts, b: ImportCounts): ImportCounts {
  return {
    rows: a.rows + b.rows,
    created: a.created + b.created,
    updated: a.updated + b.updated,
    skipped: a.skipped + b.skipped,
    rejected: a.rejected + b.rejected,
  };
}
