import { lockRecord, writeRow } from "@/server/crm/records";
import { stagedTypeOf } from "@/server/crm/registry";
import { moveStaged } from "@/server/crm/staged";
import { assertLossReason, liveStage } from "@/server/pipelines";
import { AppError, authorize, joining } from "@/server/platform";
import type { BulkAction, Params } from "./bulk-action";

type Move = { stageId: string; lossReasonId?: string | null };
type Stood = Move & { position: string };

const moveIn = (params: Params) => params as Move;

/** Each record goes to a stage by the rules of any other move. One that stands there already stays where it is. */
export const move: BulkAction = {
  operation: "move",
  async check(tx, ctx, { entity }, params) {
    const { stageId, lossReasonId = null } = moveIn(params);
    const stage = await liveStage(tx, ctx, stageId, stagedTypeOf(entity).entity);
    await assertLossReason(tx, ctx, lossReasonId);
    if (stage.outcome === "lost" && !lossReasonId) {
      throw new AppError("LOSS_REASON_REQUIRED", { stage: stage.name }, { field: "lossReasonId" });
    }
  },
  async apply(tx, ctx, { entity }, id, params) {
    const type = stagedTypeOf(entity);
    const before = await lockRecord(tx, ctx, type, id);
    const { stageId, position, lossReasonId } = before;
    if (stageId === moveIn(params).stageId) {
      authorize(ctx, `${type.entity}.move`, before);
      return { before: {}, version: before.version };
    }
    const { version } = await moveStaged(joining(ctx, tx), type, { id, ...moveIn(params) });
    const stood: Stood = { stageId, position, lossReasonId };
    return { before: stood, version };
  },
  async revert(tx, ctx, { entity }, id, { before, version }) {
    if (!("stageId" in before)) return;
    const type = stagedTypeOf(entity);
    const { stageId, lossReasonId, position } = before as Stood;
    await moveStaged(joining(ctx, tx), type, { id, version, stageId, lossReasonId });
    // Between the cards it stood between, not on top.
    await writeRow(tx, ctx, type, id, { position });
  },
};
