import { and, eq } from "drizzle-orm";
import { generateKeyBetween } from "fractional-indexing";
import type { z } from "zod";
import { stage } from "@/db/schema/pipelines";
import {
  AppError,
  authorize,
  type Context,
  inOrganization,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import type { CreateStage, MoveStage, RemoveStage, Stage, UpdateStage } from "./contract";
import { dealsOn } from "./deals-on-stage";
import { pipelineChanged } from "./events";
import { liveStage, lockPipeline, stagesOf } from "./queries";

/** Adds a stage after another. @throws PIPELINE_GONE */
export async function createStage(ctx: Context, input: CreateStage): Promise<{ id: string }> {
  authorize(ctx, "pipeline.edit");
  return inOrganization(ctx, async (tx) => {
    const stages = await editable(tx, ctx, input.pipelineId);
    const { afterId, ...values } = input;
    const id = ctx.newId();
    await tx.insert(stage).values({
      ...values,
      organizationId: ctx.organizationId,
      id,
      position: positionAfter(stages, afterId),
    });
    await changed(tx, ctx, input.pipelineId, "stage added", input.name);
    return { id };
  });
}

/**
 * Renames, recolours, changes the outcome or the required fields.
 * @throws STAGE_GONE, LAST_STAGE when no open stage would be left, STAGE_NOT_EMPTY when deals would change outcome
 */
export async function updateStage(ctx: Context, { stageId, changes }: UpdateStage): Promise<void> {
  authorize(ctx, "pipeline.edit");
  await inOrganization(ctx, async (tx) => {
    const before = await liveStage(tx, ctx, stageId);
    const stages = await editable(tx, ctx, before.pipelineId);
    if (changes.outcome && changes.outcome !== before.outcome) {
      assertOpenStageLeft(stages.map((s) => (s.id === stageId ? { ...s, outcome: changes.outcome } : s)));
      if (await dealsOn(tx, ctx, [stageId])) throw new AppError("STAGE_NOT_EMPTY", {}, { field: "outcome" });
    }
    await tx
      .update(stage)
      .set({ ...changes, updatedAt: ctx.now() })
      .where(and(eq(stage.organizationId, ctx.organizationId), eq(stage.id, stageId)));
    await changed(tx, ctx, before.pipelineId, "stage changed", changes.name ?? before.name);
  });
}

/** Puts a stage after another; null: first. */
export async function moveStage(ctx: Context, input: z.output<typeof MoveStage>): Promise<void> {
  authorize(ctx, "pipeline.edit");
  await inOrganization(ctx, async (tx) => {
    const moving = await liveStage(tx, ctx, input.stageId);
    const others = (await editable(tx, ctx, moving.pipelineId)).filter((s) => s.id !== moving.id);
    await tx
      .update(stage)
      .set({ position: positionAfter(others, input.afterId), updatedAt: ctx.now() })
      .where(and(eq(stage.organizationId, ctx.organizationId), eq(stage.id, moving.id)));
    await changed(tx, ctx, moving.pipelineId, "stage moved", moving.name);
  });
}

/** Archives an empty stage. @throws STAGE_NOT_EMPTY naming how many deals stand there, LAST_STAGE */
export async function removeStage(ctx: Context, { stageId }: z.output<typeof RemoveStage>): Promise<void> {
  authorize(ctx, "pipeline.edit");
  await inOrganization(ctx, async (tx) => {
    const going = await liveStage(tx, ctx, stageId);
    const stages = await editable(tx, ctx, going.pipelineId);
    assertOpenStageLeft(stages.filter((s) => s.id !== stageId));
    const deals = await dealsOn(tx, ctx, [stageId]);
    if (deals > 0) throw new AppError("STAGE_NOT_EMPTY", { count: deals });
    await tx
      .update(stage)
      .set({ archivedAt: ctx.now() })
      .where(and(eq(stage.organizationId, ctx.organizationId), eq(stage.id, stageId)));
    await changed(tx, ctx, going.pipelineId, "stage removed", going.name);
  });
}

async function editable(tx: Transaction, ctx: Context, pipelineId: string): Promise<Stage[]> {
  await lockPipeline(tx, ctx, pipelineId);
  return stagesOf(tx, ctx, pipelineId);
}

function assertOpenStageLeft(stages: { outcome?: string }[]): void {
  if (!stages.some((s) => s.outcome === "open")) throw new AppError("LAST_STAGE");
}

function positionAfter(stages: Stage[], afterId: string | null): string {
  const at = afterId === null ? -1 : stages.findIndex((s) => s.id === afterId);
  return generateKeyBetween(stages[at]?.position ?? null, stages[at + 1]?.position ?? null);
}

function changed(
  tx: Transaction,
  ctx: Context,
  pipelineId: string,
  what: string,
  name: string,
): Promise<void> {
  return recordEvent(tx, ctx, pipelineChanged, { recordId: pipelineId, data: { name, what } });
}
