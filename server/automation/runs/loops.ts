import { listPipelines } from "@/server/pipelines";
import { type Cause, type Context, joining, recordEvent, type Transaction } from "@/server/platform";
import { loopStopped } from "../events";
import type { Ref } from "../record/read";

/** A chain of automatic changes may have this many hops. */
const longest = 10;

/** Would the hop come again, or the chain grow too long? */
export function isLoop(causes: readonly Cause[], hop: { recordId: string; stageId: string }): boolean {
  const again = causes.some((cause) => cause.recordId === hop.recordId && cause.stageId === hop.stageId);
  return again || causes.length > longest;
}

/** Says on the timeline that a circle was cut, and answers true, when robots led the record here in one. */
export async function stopLoop(
  tx: Transaction,
  ctx: Context,
  at: Ref & { stageId: string },
): Promise<boolean> {
  if (!isLoop(ctx.causes, { recordId: at.id, stageId: at.stageId })) return false;
  const stages = (await listPipelines(joining(ctx, tx))).flatMap((pipeline) => pipeline.stages);
  const nameOf = (id: string) => stages.find((stage) => stage.id === id)?.name ?? "…";
  const path = [...ctx.causes.map((cause) => cause.stageId), at.stageId].map(nameOf);
  await recordEvent(tx, ctx, loopStopped, {
    recordId: at.id,
    entity: at.entity,
    data: { path },
  });
  return true;
}
