import { and, eq, isNotNull } from "drizzle-orm";
import { stage } from "@/db/schema/pipelines";
import { AppError, authorize, type Context, inOrganization, type Transaction } from "@/server/platform";
import type { Stage, StageId } from "./contract";
import { stageShape } from "./queries";
import { assertEmpty } from "./records-on-stage";
import { assertOpenStageLeft, changed, editable, lockStage, positionAfter } from "./stages";

/**
 * Takes an empty stage out of its pipeline; its robots go with it. `restoreStage` is the undo.
 * @throws STAGE_GONE, STAGE_NOT_EMPTY naming how many records stand there, LAST_STAGE
 */
export async function removeStage(ctx: Context, { stageId }: StageId): Promise<void> {
  authorize(ctx, "pipeline.edit");
  await inOrganization(ctx, async (tx) => {
    const { stage: going, stages } = await lockStage(tx, ctx, stageId);
    assertOpenStageLeft(stages.filter((s) => s.id !== stageId));
    await assertEmpty(tx, ctx, going);
    await tx
      .update(stage)
      .set({ archivedAt: ctx.now(), updatedAt: ctx.now() })
      .where(and(eq(stage.organizationId, ctx.organizationId), eq(stage.id, stageId)));
    await changed(tx, ctx, going, "stage removed");
  });
}

/** Puts a removed stage back where it stood, with its robots. @throws STAGE_GONE when it was not removed, PIPELINE_GONE */
export async function restoreStage(ctx: Context, { stageId }: StageId): Promise<void> {
  authorize(ctx, "pipeline.edit");
  await inOrganization(ctx, async (tx) => {
    const { pipelineId } = await removedStage(tx, ctx, stageId);
    const stages = await editable(tx, ctx, pipelineId);
    // Read again: nobody else can restore it any more.
    const back = await removedStage(tx, ctx, stageId);
    await tx
      .update(stage)
      .set({ archivedAt: null, position: placeFor(stages, back), updatedAt: ctx.now() })
      .where(and(eq(stage.organizationId, ctx.organizationId), eq(stage.id, stageId)));
    await changed(tx, ctx, back, "stage restored");
  });
}

async function removedStage(tx: Transaction, ctx: Context, stageId: string): Promise<Stage> {
  const [row] = await tx
    .select(stageShape)
    .from(stage)
    .where(
      and(eq(stage.organizationId, ctx.organizationId), eq(stage.id, stageId), isNotNull(stage.archivedAt)),
    );
  if (!row) throw new AppError("STAGE_GONE");
  return row;
}

// Its place may have been given to another meanwhile, and two stages in one place could never be parted.
function placeFor(stages: Stage[], back: Stage): string {
  const taken = stages.find((s) => s.position === back.position);
  return taken ? positionAfter(stages, taken.id) : back.position;
}
