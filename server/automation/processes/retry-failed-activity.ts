import { AppError, type Context, inOrganization, recordEvent } from "@/server/platform";
import type { ActivityRef } from "../contract";
import { processRetried } from "../events";
import { blocksOf } from "../interpreter/definition";
import { leavesOf } from "../interpreter/state";
import { assertSeen } from "../record/seen";
import { putSignal } from "../runs/put-signal";
import { definitionOf, lockRun, type Run, robotNames } from "../runs/queries";
import { takeSlot } from "../runs/slots";

/**
 * Asks for a failed action again, under the same idempotency key. It happens soon after, as the run wakes.
 * @throws NOT_FOUND when nothing failed there, STAGE_LEFT when the record has left the stage, PROCESS_LIMIT
 */
export async function retryFailedActivity(ctx: Context, { runId, block, visit }: ActivityRef): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const run = await lockRun(tx, ctx, runId);
    const { place } = await assertSeen(tx, ctx, run, "edit");
    const attempt = failedAttempt(run, { block, visit });
    if (attempt === null) throw new AppError("NOT_FOUND");
    if (run.status === "stopped" || place !== run.place) throw new AppError("STAGE_LEFT");
    if (run.status === "failed" && !(await takeSlot(tx, ctx, run))) throw new AppError("PROCESS_LIMIT");
    await putSignal(tx, ctx, runId, { type: "retry", block, visit, attempt });
    const definition = await definitionOf(tx, ctx, run.versionId);
    const origin = blocksOf(definition.body).find((one) => one.id === block)?.origin;
    const robot = origin ? ((await robotNames(tx, ctx, [origin])).get(origin) ?? null) : null;
    await recordEvent(tx, ctx, processRetried, {
      recordId: run.recordId,
      entity: run.entity,
      data: { runId, robot },
    });
  });
}

// A retry under way is not failed any more, so that pressing the button twice asks once.
function failedAttempt(run: Run, at: { block: string; visit: number }): number | null {
  const behind = run.state.failures.find(
    (one) => one.block === at.block && one.visit === at.visit && !one.pending,
  );
  if (behind) return behind.attempt;
  const open = leavesOf(run.state.root).find((leaf) => leaf.block === at.block && leaf.visit === at.visit);
  return open?.type === "action" && open.outcome?.ok === false ? open.attempt : null;
}
