import { getDeal } from "@/server/crm/deals";
import { authorize, type Context, inOrganization, joining, recordEvent } from "@/server/platform";
import type { RunId } from "../contract";
import { processStopped } from "../events";
import { moveRun } from "../runs/move-run";
import { lockRun } from "../runs/queries";

/** Stops a run by hand; one that has ended stays as it is. Whoever may edit the record may. @throws NOT_FOUND */
export async function stopRun(ctx: Context, { runId }: RunId): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const run = await lockRun(tx, ctx, runId);
    authorize(ctx, "deal.edit", await getDeal(joining(ctx, tx), { dealId: run.recordId }));
    if (run.status !== "running") return;
    await moveRun(tx, ctx, run, [{ type: "stop", reason: "by_hand" }]);
    await recordEvent(tx, ctx, processStopped, { recordId: run.recordId, data: { runId } });
  });
}
