import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { lossReason, pipeline, source, stage } from "@/db/schema/pipelines";
import {
  AppError,
  assertReference,
  type Context,
  inOrganization,
  type StagedEntity,
  type Transaction,
} from "@/server/platform";
import type {
  ListedLossReason,
  ListLossReasons,
  ListPipelines,
  LiveStage,
  LossReason,
  Pipeline,
  Source,
  Stage,
} from "./contract";

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

/** A stage that takes records, of `entity` if one is named. @throws STAGE_GONE when it was removed or never was here */
export async function liveStage(
  tx: Transaction,
  ctx: Context,
  stageId: string,
  entity?: StagedEntity,
): Promise<LiveStage> {
  const [row] = await tx
    .select({ ...stageShape, entity: pipeline.entity })
    .from(stage)
    .innerJoin(pipeline, ofPipeline)
    .where(and(eq(stage.organizationId, ctx.organizationId), eq(stage.id, stageId), isNull(stage.archivedAt)))
    .for("share", { of: stage });
  if (!row || (entity && row.entity !== entity)) throw new AppError("STAGE_GONE", {}, { field: "stageId" });
  return row;
}

/** Those of the stages that still take records; they cannot be removed before the transaction ends. */
export async function liveStagesAmong(
  tx: Transaction,
  ctx: Context,
  stageIds: readonly string[],
): Promise<Set<string>> {
  if (stageIds.length === 0) return new Set();
  const asked = inArray(stage.id, [...new Set(stageIds)]);
  const rows = await tx
    .select({ id: stage.id })
    .from(stage)
    .where(and(eq(stage.organizationId, ctx.organizationId), asked, isNull(stage.archivedAt)))
    .for("share");
  return new Set(rows.map(({ id }) => id));
}

const ofPipeline = and(eq(pipeline.organizationId, stage.organizationId), eq(pipeline.id, stage.pipelineId));

/** The first stage of an outcome: in a pipeline, or among all that an entity has. @throws STAGE_GONE when there is none */
export async function firstStage(
  tx: Transaction,
  ctx: Context,
  entity: StagedEntity,
  { outcome, pipelineId }: { outcome: Stage["outcome"]; pipelineId?: string | undefined },
): Promise<LiveStage> {
  const [row] = await tx
    .select({ ...stageShape, entity: pipeline.entity })
    .from(stage)
    .innerJoin(pipeline, ofPipeline)
    .where(
      and(
        eq(stage.organizationId, ctx.organizationId),
        eq(stage.outcome, outcome),
        isNull(stage.archivedAt),
        eq(pipeline.entity, entity),
        isNull(pipeline.archivedAt),
        pipelineId ? eq(pipeline.id, pipelineId) : undefined,
      ),
    )
    .orderBy(asc(pipeline.position), asc(pipeline.id), asc(stage.position), asc(stage.id))
    .limit(1)
    .for("share", { of: stage });
  if (!row) throw new AppError("STAGE_GONE", {}, { field: pipelineId ? "pipelineId" : "stageId" });
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
    .select({ id: pipeline.id, entity: pipeline.entity, name: pipeline.name })
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

/** Every pipeline with its stages, in order, those of deals first; of one kind of record when it is named. */
export async function listPipelines(ctx: Context, { entity }: ListPipelines = {}): Promise<Pipeline[]> {
  return inOrganization(ctx, async (tx) => {
    const pipelines = await tx
      .select({ id: pipeline.id, entity: pipeline.entity, name: pipeline.name })
      .from(pipeline)
      .where(
        and(
          eq(pipeline.organizationId, ctx.organizationId),
          isNull(pipeline.archivedAt),
          entity ? eq(pipeline.entity, entity) : undefined,
        ),
      )
      .orderBy(
        sql`${pipeline.entity} <> 'deal'`,
        asc(pipeline.entity),
        asc(pipeline.position),
        asc(pipeline.id),
      );
    const stages = await tx
      .select(stageShape)
      .from(stage)
      .where(and(eq(stage.organizationId, ctx.organizationId), isNull(stage.archivedAt)))
      .orderBy(asc(stage.position), asc(stage.id));
    return pipelines.map((one) => ({ ...one, stages: stages.filter((s) => s.pipelineId === one.id) }));
  });
}

const reasonShape = {
  id: lossReason.id,
  name: lossReason.name,
  class: lossReason.class,
  leadKind: lossReason.leadKind,
};

/** A loss reason, archived ones too. @throws INVALID at `lossReasonId` */
export async function readLossReason(tx: Transaction, ctx: Context, id: string): Promise<LossReason> {
  const [row] = await tx
    .select(reasonShape)
    .from(lossReason)
    .where(and(eq(lossReason.organizationId, ctx.organizationId), eq(lossReason.id, id)));
  if (!row) throw new AppError("INVALID", {}, { field: "lossReasonId" });
  return row;
}

/** The loss reasons offered, in order; with `archived` also those that are offered no more. */
export async function listLossReasons(
  ctx: Context,
  { archived = false }: ListLossReasons = {},
): Promise<ListedLossReason[]> {
  return inOrganization(ctx, (tx) =>
    tx
      .select({ ...reasonShape, archivedAt: lossReason.archivedAt })
      .from(lossReason)
      .where(
        and(
          eq(lossReason.organizationId, ctx.organizationId),
          archived ? undefined : isNull(lossReason.archivedAt),
        ),
      )
      .orderBy(asc(lossReason.position)),
  );
}

/** The sources offered, in order; with `archived` also those that are offered no more. */
export async function listSources(ctx: Context, { archived = false } = {}): Promise<Source[]> {
  return inOrganization(ctx, (tx) =>
    tx
      .select({ id: source.id, name: source.name })
      .from(source)
      .where(
        and(eq(source.organizationId, ctx.organizationId), archived ? undefined : isNull(source.archivedAt)),
      )
      .orderBy(asc(source.position)),
  );
}

/** What stages, pipelines, sources and loss reasons are called, by id; archived ones too. */
export async function dictionaryNames(
  tx: Transaction,
  ctx: Context,
  ids: readonly string[],
): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const named = (table: typeof stage | typeof pipeline | typeof source | typeof lossReason) =>
    tx
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(and(eq(table.organizationId, ctx.organizationId), inArray(table.id, [...ids])));
  const rows = await named(stage)
    .unionAll(named(pipeline))
    .unionAll(named(source))
    .unionAll(named(lossReason));
  return Object.fromEntries(rows.map((row) => [row.id, row.name]));
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
