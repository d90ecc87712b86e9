import type { DealCard } from "@/server/crm/deals/contract";
import { listPipelines } from "@/server/pipelines";
import { type Cause, type Context, joining, recordEvent, type Transaction } from "@/server/platform";
import { loopStopped } from "../events";

/** A chain of automatic changes may have this many hops. */
const longest = 10;

/** Would the hop come again, or the chain grow too long? */
export function isLoop(causes: readonly Cause[], hop: { recordId: string; stageId: string }): boolean {
  const again = causes.some((cause) => cause.recordId === hop.recordId && cause.stageId === hop.stageId);
  return again || causes.length > longest;
}

/** Says on the timeline that a circle was cut, and answers true, when robots led the record here in one. */
export async function stopLoop(tx: Transaction, ctx: Context, deal: DealCard): Promise<boolean> {
  if (!isLoop(ctx.causes, { recordId: deal.id, stageId: deal.stageId })) return false;
  const stages = (await listPipelines(joining(ctx, tx))).flatMap((pipeline) => pipeline.stages);
  const nameOf = (id: string) => stages.find((stage) => stage.id === id)?.name ?? "…";
  const path = [...ctx.causes.map((cause) => cause.stageId), deal.stageId].map(nameOf);
  await recordEvent(tx, ctx, loopStopped, { recordId: deal.id, data: { path } });
  return true;
}
