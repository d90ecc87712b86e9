import { defineEvent } from "@/server/platform";

/** A job is too long to wait for: the engine goes on with it. */
export const bulkStarted = defineEvent<{ jobId: string; memberId: string }>("bulk.started", "bulk_job");
export const bulkUndoStarted = defineEvent<{ jobId: string; memberId: string }>(
  "bulk.undo_started",
  "bulk_job",
);
