import { and, asc, eq, isNull } from "drizzle-orm";
import { lossReason, pipeline, source, stage } from "@/db/schema/pipelines";
import { AppError, assertReference, type Context, inOrganization, type Transaction } from "@/server/platform";
import type { LossReason, Pipeline, Source, Stage } from "./contract";

/** What others see of a stage. */
export const stageShape = {
  id: stage.id,
  pipelineId: stage.pipelineId,
  name: stage.name,
  colour: stage.colour,
  position: stage.position,
  outcome: stage.outcome,
  requiredFields: stage.requiredFields,
};

/** A stage that takes deals. @throws STAGE_GONE when it was removed or never was here */
export async function liveStage(tx: Transaction, ctx: Context, stageId: string): Promise<Stage> {
  const [row] = await tx
    .select(stageShape)
    .from(stage)
    .where(and(eq(stage.organizationId, ctx.organizationId), eq(stage.id, stageId), isNull(stage.archivedAt)))
    .for("share");
  if (!row) throw new AppError("STAGE_GONE", {}, { field: "stageId" });
  return row;
}

/** The stages of a pipeline in order, archived ones left out. */
export function stagesOf(tx: Transaction, ctx: Context, pipelineId: string): Promise<Stage[]> {
  return tx
    .select(stageShape)
    .from(stage)
    .where(
      and(
        eq(stage.organizationId, ctx.organizationId),
        eq(stage.pipelineId, pipelineId),
        isNull(stage.archivedAt),
      ),
    )
    .orderBy(asc(stage.position), asc(stage.id));
}

/** A live pipeline, locked against a second editor. @throws PIPELINE_GONE */
export async function lockPipeline(tx: Transaction, ctx: Context, pipelineId: string) {
  const [row] = await tx
    .select({ id: pipeline.id, name: pipeline.name })
    .from(pipeline)
    .where(
      and(
        eq(pipeline.organizationId, ctx.organizationId),
        eq(pipeline.id, pipelineId),
        isNull(pipeline.archivedAt),
      ),
    )
    // Weaker than "update": a deal that is being made refers to its pipeline, and must not wait for us meanwhile.
    .for("no key update");
  if (!row) throw new AppError("PIPELINE_GONE");
  return row;
}

/** Every pipeline with its stages, in order. */
export async function listPipelines(ctx: Context): Promise<Pipeline[]> {
  return inOrganization(ctx, async (tx) => {
    const pipelines = await tx
      .select({ id: pipeline.id, name: pipeline.name })
      .from(pipeline)
      .where(and(eq(pipeline.organizationId, ctx.organizationId), isNull(pipeline.archivedAt)))
      .orderBy(asc(pipeline.position), asc(pipeline.id));
    const stages = await tx
      .select(stageShape)
      .from(stage)
      .where(and(eq(stage.organizationId, ctx.organizationId), isNull(stage.archivedAt)))
      .orderBy(asc(stage.position), asc(stage.id));
    return pipelines.map((one) => ({ ...one, stages: stages.filter((s) => s.pipelineId === one.id) }));
  });
}

/** The loss reasons offered, in order. */
export async function listLossReasons(ctx: Context): Promise<LossReason[]> {
  return inOrganization(ctx, (tx) =>
    tx
      .select({ id: lossReason.id, name: lossReason.name, class: lossReason.class })
      .from(lossReason)
      .where(and(eq(lossReason.organizationId, ctx.organizationId), isNull(lossReason.archivedAt)))
      .orderBy(asc(lossReason.position)),
  );
}

/** The sources offered, in order. */
export async function listSources(ctx: Context): Promise<Source[]> {
  return inOrganization(ctx, (tx) =>
    tx
      .select({ id: source.id, name: source.name })
      .from(source)
      .where(and(eq(source.organizationId, ctx.organizationId), isNull(source.archivedAt)))
      .orderBy(asc(source.position)),
  );
}

/** @throws INVALID at `sourceId` when the source is not one of the organization's */
export function assertSource(tx: Transaction, ctx: Context, id: string | null | undefined): Promise<void> {
  return assertReference(tx, ctx, { table: source, field: "sourceId" }, id);
}

/** @throws INVALID at `lossReasonId` when the reason is not one of the organization's */
export function assertLossReason(
  tx: Transaction,
  ctx: Context,
  id: string | null | undefined,
): Promise<void> {
  return assertReference(tx, ctx, { table: lossReason, field: "lossReasonId" }, id);
}
