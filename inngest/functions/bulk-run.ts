import { failBulk, runBulkBatch } from "@/server/crm/bulk";
import { absentMemberContext } from "@/server/identity";
import { inngest } from "../client";

type Started = { organizationId: string; jobId: string; memberId: string };

/** Carries out a change of many records, or its undoing, a batch a step, in the name of whoever asked for it. */
export const bulkRun = inngest.createFunction(
  {
    id: "crm-bulk-run",
    triggers: [{ event: "bulk.started" }, { event: "bulk.undo_started" }],
    concurrency: [{ key: "event.data.organizationId", limit: 2 }],
  },
  async ({ event, step }) => {
    const { organizationId, jobId, memberId } = event.data as Started;
    for (let turn = 1; ; turn++) {
      const more = await step.run(`batch ${turn}`, async () => {
        const ctx = await absentMemberContext(organizationId, memberId);
        if (ctx) return runBulkBatch(ctx, { jobId });
        await failBulk({ organizationId, jobId });
        return false;
      });
      if (!more) return;
    }
  },
);
