import { type Context, inOrganization } from "@/server/platform";
import type { BulkId, BulkJob } from "./contract";
import { jobOf, unfinishedJobs } from "./jobs";

/** How far a job has come; only whoever started it sees it. @throws NOT_FOUND */
export function getBulk(ctx: Context, { jobId }: BulkId): Promise<BulkJob> {
  return inOrganization(ctx, (tx) => jobOf(tx, ctx, jobId));
}

/** The member's jobs that still go on, so that their progress is shown on any page. */
export function unfinishedBulk(ctx: Context): Promise<BulkJob[]> {
  return inOrganization(ctx, (tx) => unfinishedJobs(tx, ctx));
}
