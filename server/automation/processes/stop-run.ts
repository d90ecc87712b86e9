import { type Context, inOrganization, recordEvent } from "@/server/platform";
import type { RunId } from "../contract";
import { processStopped } from "../events";
import { assertSeen } from "../record/seen";
import { moveRun } from "../runs/move-run";
import { lockRun } from "../runs/queries";

/** Stops a run by hand; one that has ended stays as it is. Whoever may edit the record may. @throws NOT_FOUND */
export async function stopRun(ctx: Context, { runId }: RunId): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const run = await lockRun(tx, ctx, runId);
    await assertSeen(tx, ctx, run, "edit");
    if (run.status !== "running") return;
    await moveRun(tx, ctx, run, [{ type: "stop", reason: "by_hand" }]);
    await recordEvent(tx, ctx, processStopped, {
      recordId: run.recordId,
      entity: run.entity,
      data: { runId },
    });
  });
}
