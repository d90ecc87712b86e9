import { and, eq } from "drizzle-orm";
import { deal } from "@/db/schema/crm";
import { assertVersion } from "@/server/crm/records";
import { assertLossReason, liveStage } from "@/server/pipelines";
import {
  AppError,
  authorize,
  type Context,
  inOrganization,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import type { Deal, MoveDeal } from "./contract";
import { dealShape } from "./deal-type";
import { dealReordered, dealStageChanged } from "./events";
import { positionAfter } from "./place";
import { lockDeal } from "./queries";
import { assertMayEnter, type Entrance } from "./rules";
import { enterStage, leaveStage } from "./stage-visits";

/**
 * Puts a deal under another card, in the same stage or another. Entering a lost stage needs a loss reason.
 * @throws NOT_FOUND, FORBIDDEN, STAGE_GONE, VERSION_CONFLICT, REQUIRED_FIELDS, LOSS_REASON_REQUIRED
 */
export async function moveDeal(ctx: Context, input: MoveDeal): Promise<Deal> {
  return inOrganization(ctx, async (tx) => {
    const before = await lockDeal(tx, ctx, input.dealId);
    authorize(ctx, "deal.move", before);
    const stage = await liveStage(tx, ctx, input.stageId);
    if (stage.id === before.stageId) return reorder(tx, ctx, before, input.afterId ?? null);
    assertVersion(before, input.version);
    const lossReasonId = stage.outcome === "lost" ? (input.lossReasonId ?? before.lossReasonId) : null;
    assertMayEnter(before, stage, lossReasonId);
    await assertLossReason(tx, ctx, lossReasonId);
    const after = await place(tx, ctx, before, stage, input.afterId ?? null, lossReasonId);
    await leaveStage(tx, ctx, after);
    await enterStage(tx, ctx, after);
    await recordEvent(tx, ctx, dealStageChanged, {
      recordId: after.id,
      version: after.version,
      data: {
        title: after.title,
        pipelineId: after.pipelineId,
        fromStageId: before.stageId,
        stageId: after.stageId,
        lossReasonId,
      },
    });
    return after;
  });
}

async function place(
  tx: Transaction,
  ctx: Context,
  before: Deal,
  stage: Entrance & { pipelineId: string },
  afterId: string | null,
  lossReasonId: string | null,
): Promise<Deal> {
  const position = await positionAfter(tx, ctx, stage, afterId, before.id);
  return change(tx, ctx, before, {
    stageId: stage.id,
    pipelineId: stage.pipelineId,
    outcome: stage.outcome,
    closedAt: stage.outcome === "open" ? null : ctx.now(),
    stageEnteredAt: ctx.now(),
    lossReasonId,
    position,
  });
}

async function reorder(tx: Transaction, ctx: Context, before: Deal, afterId: string | null): Promise<Deal> {
  const position = await positionAfter(tx, ctx, { ...before, id: before.stageId }, afterId, before.id);
  const after = await change(tx, ctx, before, { position });
  await recordEvent(tx, ctx, dealReordered, {
    recordId: after.id,
    version: after.version,
    data: { stageId: after.stageId },
  });
  return after;
}

async function change(tx: Transaction, ctx: Context, before: Deal, changes: Partial<Deal>): Promise<Deal> {
  const [after] = await tx
    .update(deal)
    .set({ ...changes, version: before.version + 1, updatedAt: ctx.now() })
    .where(and(eq(deal.organizationId, ctx.organizationId), eq(deal.id, before.id)))
    .returning(dealShape);
  if (!after) throw new AppError("NOT_FOUND");
  return after;
}
