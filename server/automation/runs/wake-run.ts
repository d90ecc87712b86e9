import { type Context, inOrganization } from "@/server/platform";
import { moveRun } from "./move-run";
import { lockRun, openEffects } from "./queries";

/** An effect to perform; its step's name is `block#visit`. */
export type Order = { runId: string; block: string; visit: number; attempt: number };
export type DueTimer = { runId: string; block: string; visit: number; dueAt: string };

/**
 * Lets a run take what lies in its inbox and look at the time. Waking it once more than needed changes nothing.
 * @returns the effects it now waits for, and the timers it has set; quiet when there are no effects
 */
export async function wakeRun(
  ctx: Context,
  { runId }: { runId: string },
): Promise<{ effects: Order[]; timers: DueTimer[] }> {
  return inOrganization(ctx, async (tx) => {
    const run = await lockRun(tx, ctx, runId);
    const timers = await moveRun(tx, ctx, run, [{ type: "tick" }]);
    const effects = await openEffects(tx, ctx, runId);
    return {
      effects: effects.map(({ block, visit, attempt }) => ({ runId, block, visit, attempt })),
      timers: timers.map(({ block, visit, dueAt }) => ({ runId, block, visit, dueAt })),
    };
  });
}
