import { authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import { actionNamed, operationOn } from "./actions";
import { type BulkId, type BulkJob, mostAtOnce } from "./contract";
import { bulkUndoStarted } from "./events";
import { jobOf, lockJob, setJob } from "./jobs";
import { finishNow } from "./run-bulk";

/**
 * Gives the records of a finished or cancelled job back what they held; those changed since are left alone and counted.
 * A second call does nothing. @throws NOT_FOUND, FORBIDDEN
 */
export async function undoBulk(ctx: Context, { jobId }: BulkId): Promise<BulkJob> {
  const { job, now } = await inOrganization(ctx, async (tx) => {
    const before = await lockJob(tx, ctx, jobId);
    authorize(ctx, operationOn(before.entity, actionNamed(before.action).operation));
    const may = before.state === "done" || before.state === "cancelled";
    const short = before.done <= mostAtOnce;
    if (may) {
      await setJob(tx, ctx, jobId, { state: "undoing", finishedAt: null });
      const data = { jobId, memberId: ctx.member?.id ?? "" };
      if (!short) await recordEvent(tx, ctx, bulkUndoStarted, { recordId: jobId, data });
    }
    return { job: await jobOf(tx, ctx, jobId), now: may && short };
  });
  return now ? finishNow(ctx, jobId) : job;
}
