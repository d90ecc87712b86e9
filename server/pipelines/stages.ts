import { and, eq } from "drizzle-orm";
import { generateKeyBetween } from "fractional-indexing";
import { stage as table } from "@/db/schema/pipelines";
import { AppError, type Context, recordEvent, type Transaction } from "@/server/platform";
import type { LiveStage, Stage } from "./contract";
import { pipelineChanged } from "./events";
import { lockPipeline, stagesOf } from "./queries";

/** A pipeline's stages in order, safe from a second editor until the transaction ends. @throws PIPELINE_GONE */
export async function editable(tx: Transaction, ctx: Context, pipelineId: string): Promise<LiveStage[]> {
  const { entity } = await lockPipeline(tx, ctx, pipelineId);
  return (await stagesOf(tx, ctx, pipelineId)).map((stage) => ({ ...stage, entity }));
}

/**
 * A live stage among those of its pipeline, which is locked first: of two editors one waits, and neither holds what
 * the other waits for. Deals that are just coming to the stage are waited for as well.
 * @throws STAGE_GONE, PIPELINE_GONE
 */
export async function lockStage(
  tx: Transaction,
  ctx: Context,
  stageId: string,
): Promise<{ stage: LiveStage; stages: LiveStage[] }> {
  const mine = and(eq(table.organizationId, ctx.organizationId), eq(table.id, stageId));
  const [known] = await tx.select({ pipelineId: table.pipelineId }).from(table).where(mine);
  if (!known) throw gone();
  const stages = await editable(tx, ctx, known.pipelineId);
  const stage = stages.find((one) => one.id === stageId);
  if (!stage) throw gone();
  await tx.select({ id: table.id }).from(table).where(mine).for("update");
  return { stage, stages };
}

const gone = () => new AppError("STAGE_GONE", {}, { field: "stageId" });

/** @throws LAST_STAGE when none of these stages is open */
export function assertOpenStageLeft(stages: { outcome?: string }[]): void {
  if (!stages.some((s) => s.outcome === "open")) throw new AppError("LAST_STAGE");
}

/** The position behind a stage; in front of all for null or one that is not there. */
export function positionAfter(stages: Stage[], afterId: string | null): string {
  const at = afterId === null ? -1 : stages.findIndex((s) => s.id === afterId);
  return generateKeyBetween(stages[at]?.position ?? null, stages[at + 1]?.position ?? null);
}

/** Records what happened to a stage as a change of its pipeline. */
export function changed(
  tx: Transaction,
  ctx: Context,
  stage: { pipelineId: string; name: string },
  what: string,
): Promise<void> {
  return recordEvent(tx, ctx, pipelineChanged, {
    recordId: stage.pipelineId,
    data: { name: stage.name, what },
  });
}
