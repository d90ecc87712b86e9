import { and, count, desc, eq, isNull } from "drizzle-orm";
import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import type { z } from "zod";
import { pipeline, stage } from "@/db/schema/pipelines";
import {
  AppError,
  authorize,
  type Context,
  inOrganization,
  type Language,
  recordEvent,
  type StagedEntity,
} from "@/server/platform";
import { CreatePipeline, type PipelineId, type RenamePipeline } from "./contract";
import { pipelineChanged } from "./events";
import { lockPipeline, stagesOf } from "./queries";
import { recordsOn } from "./records-on-stage";

const firstStages: Record<StagedEntity, Record<Language, readonly string[]>> = {
  deal: {
    en: ["New", "In progress", "Won", "Lost"],
    ru: ["Новая", "В работе", "Выиграна", "Проиграна"],
  },
  lead: {
    en: ["New", "In work", "Qualified", "Disqualified"],
    ru: ["Новый", "В работе", "Квалифицирован", "Нецелевой"],
  },
};
const firstOutcomes = ["open", "open", "won", "lost"] as const;
const firstColours = ["sky", "amber", "green", "rose"];

/** Adds a pipeline with four stages to start from. */
export async function createPipeline(
  ctx: Context,
  given: z.input<typeof CreatePipeline>,
): Promise<{ id: string }> {
  authorize(ctx, "pipeline.edit");
  const input = CreatePipeline.parse(given);
  return inOrganization(ctx, async (tx) => {
    const [last] = await tx
      .select({ position: pipeline.position })
      .from(pipeline)
      .where(eq(pipeline.organizationId, ctx.organizationId))
      .orderBy(desc(pipeline.position))
      .limit(1);
    const id = ctx.newId();
    const own = { organizationId: ctx.organizationId };
    const position = generateKeyBetween(last?.position ?? null, null);
    await tx.insert(pipeline).values({ ...own, id, ...input, position });
    const keys = generateNKeysBetween(null, null, firstOutcomes.length);
    await tx.insert(stage).values(
      firstOutcomes.map((outcome, i) => ({
        ...own,
        id: ctx.newId(),
        pipelineId: id,
        name: firstStages[input.entity][ctx.language][i] ?? outcome,
        colour: firstColours[i] ?? "slate",
        outcome,
        position: keys[i] ?? "a0",
      })),
    );
    await recordEvent(tx, ctx, pipelineChanged, {
      recordId: id,
      data: { name: input.name, what: "created" },
    });
    return { id };
  });
}

/** @throws PIPELINE_GONE */
export async function renamePipeline(ctx: Context, input: z.output<typeof RenamePipeline>): Promise<void> {
  authorize(ctx, "pipeline.edit");
  await inOrganization(ctx, async (tx) => {
    await lockPipeline(tx, ctx, input.pipelineId);
    await tx
      .update(pipeline)
      .set({ name: input.name, updatedAt: ctx.now() })
      .where(and(eq(pipeline.organizationId, ctx.organizationId), eq(pipeline.id, input.pipelineId)));
    await recordEvent(tx, ctx, pipelineChanged, {
      recordId: input.pipelineId,
      data: { name: input.name, what: "renamed" },
    });
  });
}

/** Archives an empty pipeline that is not the only one of its kind. @throws PIPELINE_NOT_EMPTY, LAST_PIPELINE */
export async function removePipeline(
  ctx: Context,
  { pipelineId }: z.output<typeof PipelineId>,
): Promise<void> {
  authorize(ctx, "pipeline.edit");
  await inOrganization(ctx, async (tx) => {
    const { name, entity } = await lockPipeline(tx, ctx, pipelineId);
    const alive = and(
      eq(pipeline.organizationId, ctx.organizationId),
      eq(pipeline.entity, entity),
      isNull(pipeline.archivedAt),
    );
    const [{ total } = { total: 0 }] = await tx.select({ total: count() }).from(pipeline).where(alive);
    if (total <= 1) throw new AppError("LAST_PIPELINE");
    const stages = await stagesOf(tx, ctx, pipelineId);
    if (
      await recordsOn(
        tx,
        ctx,
        entity,
        stages.map((s) => s.id),
      )
    )
      throw new AppError("PIPELINE_NOT_EMPTY");
    await tx
      .update(pipeline)
      .set({ archivedAt: ctx.now() })
      .where(and(alive, eq(pipeline.id, pipelineId)));
    await recordEvent(tx, ctx, pipelineChanged, { recordId: pipelineId, data: { name, what: "removed" } });
  });
}
