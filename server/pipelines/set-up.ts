import { generateNKeysBetween } from "fractional-indexing";
import { lossReason, pipeline, source, stage } from "@/db/schema/pipelines";
import {
  authorize,
  type Context,
  inOrganization,
  invariant,
  recordEvent,
  type StagedEntity,
} from "@/server/platform";
import type { StageColour } from "@/server/platform/palette";
import type { NoiseKind } from "./contract";
import { pipelineChanged } from "./events";

export type PipelinePlan = {
  /** Absent: deals. */
  entity?: StagedEntity;
  name: string;
  stages: { name: string; colour: StageColour; outcome: "open" | "won" | "lost"; requiredFields: string[] }[];
  lossReasons?: { name: string; class: "real" | "technical"; leadKind?: NoiseKind | null }[];
  sources?: string[];
};

/** Lays out a new workspace's pipeline, with loss reasons and sources. Ids come back in the plan's order. */
export async function setUpPipeline(
  ctx: Context,
  plan: PipelinePlan,
): Promise<{ pipelineId: string; stageIds: string[]; sourceIds: string[] }> {
  authorize(ctx, "pipeline.edit");
  const own = { organizationId: ctx.organizationId };
  return inOrganization(ctx, async (tx) => {
    const pipelineId = ctx.newId();
    await tx.insert(pipeline).values({
      ...own,
      id: pipelineId,
      entity: plan.entity ?? "deal",
      name: plan.name,
      position: "a0",
    });
    const stages = positioned(ctx, plan.stages);
    await tx.insert(stage).values(stages.map((one) => ({ ...own, pipelineId, ...one })));
    const reasons = positioned(ctx, plan.lossReasons ?? []);
    if (reasons.length > 0) await tx.insert(lossReason).values(reasons.map((one) => ({ ...own, ...one })));
    const sources = positioned(
      ctx,
      (plan.sources ?? []).map((name) => ({ name })),
    );
    if (sources.length > 0) await tx.insert(source).values(sources.map((one) => ({ ...own, ...one })));
    await recordEvent(tx, ctx, pipelineChanged, {
      recordId: pipelineId,
      data: { name: plan.name, what: "created" },
    });
    return { pipelineId, stageIds: stages.map(({ id }) => id), sourceIds: sources.map(({ id }) => id) };
  });
}

function positioned<T extends object>(ctx: Context, items: T[]): (T & { id: string; position: string })[] {
  const keys = generateNKeysBetween(null, null, items.length);
  return items.map((item, i) => {
    const position = keys[i];
    invariant(position, "a key for every item");
    return { ...item, id: ctx.newId(), position };
  });
}
