import { writeRow } from "@/server/crm/records";
import type { LiveStage } from "@/server/pipelines/contract";
import { type Context, recordEvent, type Transaction } from "@/server/platform";
import { positionAfter } from "./place";
import type { Entered, StagedRow, StagedType } from "./staged-type";
import { changeVisit } from "./visits";

/** The columns of a record that comes to a stage, on top unless it is dropped under another card. */
export async function standingOn<Row extends StagedRow>(
  tx: Transaction,
  ctx: Context,
  { table }: Pick<StagedType<Row>, "table">,
  { stage, ...drop }: { stage: LiveStage; afterId?: string | null; movingId?: string | null },
) {
  const { afterId = null, movingId = null } = drop;
  const place = { table, stageId: stage.id, pipelineId: stage.pipelineId };
  return {
    stageId: stage.id,
    pipelineId: stage.pipelineId,
    outcome: stage.outcome,
    closedAt: stage.outcome === "open" ? null : ctx.now(),
    stageEnteredAt: ctx.now(),
    position: await positionAfter(tx, ctx, place, { afterId, movingId }),
  };
}

/**
 * Takes a locked record to another stage: its place, its visits, the event. Whether it may go there has been asked.
 * `more` is what else is written with the move.
 */
export async function changeStage<Row extends StagedRow>(
  tx: Transaction,
  ctx: Context,
  type: StagedType<Row>,
  before: Row,
  { stage, lossReasonId, afterId, more }: Entered & { afterId?: string | null; more?: Partial<Row> },
): Promise<Row> {
  const standing = await standingOn(tx, ctx, type, { stage, afterId: afterId ?? null, movingId: before.id });
  const after = await writeRow(tx, ctx, type, before.id, {
    ...standing,
    lossReasonId,
    ...(await type.moved?.(tx, ctx, before, { stage, lossReasonId })),
    ...more,
    version: before.version + 1,
    updatedAt: ctx.now(),
  });
  await changeVisit(tx, ctx, after);
  await recordEvent(tx, ctx, type.events.stageChanged, {
    recordId: after.id,
    version: after.version,
    data: {
      title: type.title(after),
      pipelineId: after.pipelineId,
      fromStageId: before.stageId,
      stageId: after.stageId,
      lossReasonId,
    },
  });
  return after;
}
