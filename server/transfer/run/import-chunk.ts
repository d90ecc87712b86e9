import { setImmediate as nextTurn } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import { importBatch } from "@/db/schema/transfer";
import { type Context, inOrganization } from "@/server/platform";
import type { ImportCounts } from "../contract";
import { chunkRows } from "../jobs/chunks";
import { lockJob, readJob, setJob } from "../jobs/job-rows";
import { type Around, surroundings } from "../jobs/surroundings";
import { type PlanSettings, planRows } from "../plan/plan-rows";
import type { PlannedRow } from "../plan/planned-row";
import type { SourceRow } from "../read/table";
import { writeRows } from "./write-rows";

/** What is left to do after some chunks: more of them, nothing, or the import was stopped. */
export type Progress = "more" | "done" | "stopped";

/**
 * Imports some chunks, each in one transaction with its ledger: whoever comes second to a chunk finds it done. While the
 * database writes one, the next is read into values. @returns whether there are more
 */
export async function importChunks(
  ctx: Context,
  { importId, from, count }: { importId: string; from: number; count: number },
): Promise<Progress> {
  const job = await inOrganization(ctx, (tx) => readJob(tx, ctx, importId));
  const around = await surroundings(ctx, job);
  const styles = new Map(job.check?.styles ?? []);
  const settings = { ...around, mapping: job.mapping, styles, header: job.reading.header };
  const planned = async (number: number) => {
    const rows = number < from + count ? await chunkRows(ctx, importId, number) : null;
    return rows && planChunk(rows, settings);
  };
  let rows = await planned(from);
  for (let number = from; number < from + count; number++) {
    if (!rows) return "done";
    const writing = writeChunk(ctx, { importId, number, rows }, around);
    const [progress, next] = await Promise.all([writing, planned(number + 1)]);
    if (progress !== "more") return progress;
    rows = next;
  }
  return "more";
}

/** Reads the rows of a chunk into values, letting others have their turn: it is the process that serves people too. */
export async function planChunk(rows: readonly SourceRow[], settings: PlanSettings): Promise<PlannedRow[]> {
  const plan = planRows(listed(rows), settings);
  const planned: PlannedRow[] = [];
  for await (const row of plan.rows) {
    planned.push(row);
    if (planned.length % 100 === 0) await nextTurn();
  }
  return planned;
}

type Chunk = { importId: string; number: number; rows: readonly PlannedRow[] };

function writeChunk(ctx: Context, { importId, number, rows }: Chunk, around: Around): Promise<Progress> {
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
    const ledger = await writeRows(tx, ctx, { job, around, rows });
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

/** Rows that are there already, as the plan takes them. */
async function* listed(rows: readonly SourceRow[]): AsyncGenerator<SourceRow> {
  yield* rows;
}
