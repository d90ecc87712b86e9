import { and, eq, inArray } from "drizzle-orm";
import { bulkJob } from "@/db/schema/crm-bulk";
import { asWorker } from "@/server/platform";

/** Ends a job whose member has left the workspace: nobody is there any more in whose name it could go on. */
export async function failBulk({
  organizationId,
  jobId,
}: {
  organizationId: string;
  jobId: string;
}): Promise<void> {
  await asWorker((tx) =>
    tx
      .update(bulkJob)
      .set({ state: "failed" })
      .where(
        and(
          eq(bulkJob.organizationId, organizationId),
          eq(bulkJob.id, jobId),
          inArray(bulkJob.state, ["running", "undoing"]),
        ),
      ),
  );
}
