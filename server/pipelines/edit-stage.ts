import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { stage } from "@/db/schema/pipelines";
import { authorize, type Context, inOrganization } from "@/server/platform";
import type { CreateStage, MoveStage, UpdateStage } from "./contract";
import { assertEmpty } from "./records-on-stage";
import { assertRequirable } from "./requirable";
import { assertOpenStageLeft, changed, editable, lockStage, positionAfter } from "./stages";

/** Adds a stage after another. @throws PIPELINE_GONE */
export async function createStage(ctx: Context, input: CreateStage): Promise<{ id: string }> {
  authorize(ctx, "pipeline.edit");
  return inOrganization(ctx, async (tx) => {
    const stages = await editable(tx, ctx, input.pipelineId);
    if (stages[0]) await assertRequirable(tx, ctx, stages[0].entity, input.requiredFields);
    const { afterId, ...values } = input;
    const id = ctx.newId();
    await tx.insert(stage).values({
      ...values,
      organizationId: ctx.organizationId,
      id,
      position: positionAfter(stages, afterId),
    });
    await changed(tx, ctx, input, "stage added");
    return { id };
  });
}

/**
 * Renames, recolours, changes the outcome or the required fields.
 * @throws STAGE_GONE, LAST_STAGE when no open stage would be left, STAGE_NOT_EMPTY with how many records would
 * change their outcome
 */
export async function updateStage(ctx: Context, { stageId, changes }: UpdateStage): Promise<void> {
  authorize(ctx, "pipeline.edit");
  await inOrganization(ctx, async (tx) => {
    const { stage: before, stages } = await lockStage(tx, ctx, stageId);
    await assertRequirable(tx, ctx, before.entity, changes.requiredFields);
    if (changes.outcome && changes.outcome !== before.outcome) {
      assertOpenStageLeft(stages.map((s) => (s.id === stageId ? { ...s, outcome: changes.outcome } : s)));
      await assertEmpty(tx, ctx, before, "outcome");
    }
    await tx
      .update(stage)
      .set({ ...changes, updatedAt: ctx.now() })
      .where(and(eq(stage.organizationId, ctx.organizationId), eq(stage.id, stageId)));
    await changed(tx, ctx, { ...before, name: changes.name ?? before.name }, "stage changed");
  });
}

/** Puts a stage after another; null: first. @throws STAGE_GONE */
export async function moveStage(ctx: Context, input: z.output<typeof MoveStage>): Promise<void> {
  authorize(ctx, "pipeline.edit");
  await inOrganization(ctx, async (tx) => {
    const { stage: moving, stages } = await lockStage(tx, ctx, input.stageId);
    const others = stages.filter((s) => s.id !== moving.id);
    await tx
      .update(stage)
      .set({ position: positionAfter(others, input.afterId), updatedAt: ctx.now() })
      .where(and(eq(stage.organizationId, ctx.organizationId), eq(stage.id, moving.id)));
    await changed(tx, ctx, moving, "stage moved");
  });
}
