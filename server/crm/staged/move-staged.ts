import { assertVersion, lockRecord, writeRow } from "@/server/crm/records";
import { assertLossReason, liveStage } from "@/server/pipelines";
import { authorize, type Context, inOrganization, recordEvent, type Transaction } from "@/server/platform";
import { changeStage } from "./change-stage";
import { positionAfter } from "./place";
import { assertMayEnter } from "./rules";
import type { StagedRow, StagedType } from "./staged-type";

export type Move = {
  id: string;
  stageId: string;
  /** The card it is dropped under; absent or null: on top. */
  afterId?: string | null | undefined;
  version?: number | undefined;
  lossReasonId?: string | null | undefined;
};

/**
 * Puts a record under another card, in the same stage or another. Entering a lost stage needs a loss reason.
 * @throws NOT_FOUND, FORBIDDEN, STAGE_GONE, VERSION_CONFLICT, REQUIRED_FIELDS, LOSS_REASON_REQUIRED
 */
export async function moveStaged<Row extends StagedRow>(
  ctx: Context,
  type: StagedType<Row>,
  { id, stageId, afterId = null, ...input }: Move,
): Promise<Row> {
  return inOrganization(ctx, async (tx) => {
    const before = await lockRecord(tx, ctx, type, id);
    authorize(ctx, `${type.entity}.move`, before);
    const stage = await liveStage(tx, ctx, stageId, type.entity);
    if (stage.id === before.stageId) return reorder(tx, ctx, type, before, afterId);
    assertVersion(before, input.version);
    const lossReasonId = stage.outcome === "lost" ? (input.lossReasonId ?? before.lossReasonId) : null;
    type.mayMove?.(before, stage);
    assertMayEnter(type, before, stage, lossReasonId);
    await assertLossReason(tx, ctx, lossReasonId);
    return changeStage(tx, ctx, type, before, { stage, lossReasonId, afterId });
  });
}

async function reorder<Row extends StagedRow>(
  tx: Transaction,
  ctx: Context,
  type: StagedType<Row>,
  before: Row,
  afterId: string | null,
): Promise<Row> {
  const { id, stageId, pipelineId, version } = before;
  const place = { table: type.table, stageId, pipelineId };
  const position = await positionAfter(tx, ctx, place, { afterId, movingId: id });
  const after = await writeRow(tx, ctx, type, id, { position, version: version + 1, updatedAt: ctx.now() });
  await recordEvent(tx, ctx, type.events.reordered, {
    recordId: id,
    version: after.version,
    data: { stageId },
  });
  return after;
}
