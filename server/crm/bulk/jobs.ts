import { and, asc, eq, inArray } from "drizzle-orm";
import { bulkItem, bulkJob } from "@/db/schema/crm-bulk";
import { AppError, type Context, type Transaction } from "@/server/platform";
import type { BulkJob } from "./contract";

const shape = {
  id: bulkJob.id,
  entity: bulkJob.entity,
  action: bulkJob.action,
  state: bulkJob.state,
  total: bulkJob.total,
  done: bulkJob.done,
  refused: bulkJob.refused,
  undone: bulkJob.undone,
  kept: bulkJob.kept,
};

function mine(ctx: Context) {
  if (!ctx.member) throw new AppError("NOT_FOUND");
  return and(eq(bulkJob.organizationId, ctx.organizationId), eq(bulkJob.memberId, ctx.member.id));
}

/** A job of the member's own. @throws NOT_FOUND */
export async function jobOf(tx: Transaction, ctx: Context, jobId: string): Promise<BulkJob> {
  const [job] = await tx
    .select(shape)
    .from(bulkJob)
    .where(and(mine(ctx), eq(bulkJob.id, jobId)));
  if (!job) throw new AppError("NOT_FOUND");
  return job;
}

/** The same with its parameters, locked: one worker at a time is at it. @throws NOT_FOUND */
export async function lockJob(tx: Transaction, ctx: Context, jobId: string) {
  const [job] = await tx
    .select({ ...shape, params: bulkJob.params })
    .from(bulkJob)
    .where(and(mine(ctx), eq(bulkJob.id, jobId)))
    .for("update");
  if (!job) throw new AppError("NOT_FOUND");
  return job;
}

/** The member's jobs that go on. */
export function unfinishedJobs(tx: Transaction, ctx: Context): Promise<BulkJob[]> {
  return tx
    .select(shape)
    .from(bulkJob)
    .where(and(mine(ctx), inArray(bulkJob.state, ["running", "undoing"])))
    .orderBy(asc(bulkJob.createdAt))
    .limit(20);
}

type Item = typeof bulkItem.$inferSelect;

/** The next records of a job in a state, in their order. */
export function nextItems(
  tx: Transaction,
  ctx: Context,
  jobId: string,
  state: Item["state"],
  limit: number,
): Promise<Item[]> {
  return tx
    .select()
    .from(bulkItem)
    .where(
      and(
        eq(bulkItem.organizationId, ctx.organizationId),
        eq(bulkItem.jobId, jobId),
        eq(bulkItem.state, state),
      ),
    )
    .orderBy(asc(bulkItem.place))
    .limit(limit);
}

/** Writes down what became of one record. */
export async function settleItem(
  tx: Transaction,
  ctx: Context,
  { jobId, id }: Pick<Item, "jobId" | "id">,
  outcome: Partial<Pick<Item, "state" | "before" | "version" | "refusal" | "refusalData">>,
): Promise<void> {
  await tx
    .update(bulkItem)
    .set(outcome)
    .where(
      and(eq(bulkItem.organizationId, ctx.organizationId), eq(bulkItem.jobId, jobId), eq(bulkItem.id, id)),
    );
}

/** Writes how far a job has come. */
export async function setJob(
  tx: Transaction,
  ctx: Context,
  jobId: string,
  values: Partial<typeof bulkJob.$inferInsert>,
): Promise<void> {
  await tx
    .update(bulkJob)
    .set(values)
    .where(and(eq(bulkJob.organizationId, ctx.organizationId), eq(bulkJob.id, jobId)));
}
