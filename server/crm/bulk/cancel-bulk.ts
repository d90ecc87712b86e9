import { announceChange, type Context, inOrganization } from "@/server/platform";
import type { BulkId, BulkJob } from "./contract";
import { jobOf, lockJob, setJob } from "./jobs";

/**
 * Stops a job after the batch it is at; what was changed stays, and can be undone. An undoing is not stopped half-way.
 * @throws NOT_FOUND
 */
export async function cancelBulk(ctx: Context, { jobId }: BulkId): Promise<BulkJob> {
  return inOrganization(ctx, async (tx) => {
    const job = await lockJob(tx, ctx, jobId);
    if (job.state === "running") {
      await setJob(tx, ctx, jobId, { state: "cancelled", finishedAt: ctx.now() });
      await announceChange(tx, ctx, { entity: "bulk_job", id: jobId });
    }
    return jobOf(tx, ctx, jobId);
  });
}
