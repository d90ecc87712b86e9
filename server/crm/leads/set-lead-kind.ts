import { assertVersion, lockRecord, writeRow } from "@/server/crm/records";
import { changeStage } from "@/server/crm/staged";
import { firstStage, listLossReasons } from "@/server/pipelines";
import {
  AppError,
  authorize,
  type Context,
  inOrganization,
  joining,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import type { Lead, LeadKind, SetLeadKind } from "./contract";
import { leadKindChanged } from "./events";
import { leadType } from "./lead-type";
import { openStageBefore } from "./stage-before";

/**
 * Says what an enquiry turned out to be. A duplicate, a test or spam is closed, for the loss reason that says so where
 * there is one; made real again, it goes back to the open stage it came from.
 * @throws NOT_FOUND, FORBIDDEN, VERSION_CONFLICT, LEAD_CONVERTED
 */
export async function setLeadKind(ctx: Context, { leadId, version, kind }: SetLeadKind): Promise<Lead> {
  return inOrganization(ctx, async (tx) => {
    const before = await lockRecord(tx, ctx, leadType, leadId);
    authorize(ctx, "lead.edit", before);
    authorize(ctx, "lead.move", before);
    assertVersion(before, version);
    if (before.kind === kind) return before;
    if (before.convertedAt) throw new AppError("LEAD_CONVERTED");
    const after = await placed(tx, ctx, before, kind);
    await recordEvent(tx, ctx, leadKindChanged, {
      recordId: leadId,
      version: after.version,
      data: { title: after.title, from: before.kind, to: kind },
    });
    return after;
  });
}

async function placed(tx: Transaction, ctx: Context, before: Lead, kind: LeadKind): Promise<Lead> {
  if (kind === "real") {
    const stage = await openStageBefore(tx, ctx, before);
    return changeStage(tx, ctx, leadType, before, { stage, lossReasonId: null, more: { kind } });
  }
  const reasons = await listLossReasons(joining(ctx, tx));
  const lossReasonId = reasons.find((reason) => reason.leadKind === kind)?.id ?? null;
  if (before.outcome === "lost") {
    const version = before.version + 1;
    return writeRow(tx, ctx, leadType, before.id, { kind, lossReasonId, version, updatedAt: ctx.now() });
  }
  const stage = await firstStage(tx, ctx, "lead", { outcome: "lost", pipelineId: before.pipelineId });
  return changeStage(tx, ctx, leadType, before, { stage, lossReasonId, more: { kind } });
}
