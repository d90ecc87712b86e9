import { lead } from "@/db/schema/crm-leads";
import { contactPointsOf, foundByPoints, withPoints } from "@/server/crm/records";
import { onStage, type StagedType } from "@/server/crm/staged";
import { fold } from "@/server/filter";
import { assertMember } from "@/server/identity";
import { assertSource, liveStage, readLossReason } from "@/server/pipelines";
import { AppError, type Context, type Transaction } from "@/server/platform";
import { type Lead, LeadChanges, type LeadKind } from "./contract";
import {
  leadCreated,
  leadDeleted,
  leadReordered,
  leadRestored,
  leadStageChanged,
  leadUpdated,
} from "./events";
import { leadFields } from "./fields";

/** The columns that make a `Lead`; bookkeeping ones stay inside. */
export const leadShape = {
  id: lead.id,
  title: lead.title,
  name: lead.name,
  companyName: lead.companyName,
  phone: lead.phone,
  email: lead.email,
  comment: lead.comment,
  kind: lead.kind,
  amountMinor: lead.amountMinor,
  currency: lead.currency,
  ownerId: lead.ownerId,
  sourceId: lead.sourceId,
  utmSource: lead.utmSource,
  utmMedium: lead.utmMedium,
  utmCampaign: lead.utmCampaign,
  utmContent: lead.utmContent,
  utmTerm: lead.utmTerm,
  page: lead.page,
  referrer: lead.referrer,
  pipelineId: lead.pipelineId,
  stageId: lead.stageId,
  outcome: lead.outcome,
  position: lead.position,
  stageEnteredAt: lead.stageEnteredAt,
  closedAt: lead.closedAt,
  lossReasonId: lead.lossReasonId,
  convertedAt: lead.convertedAt,
  made: lead.made,
  contactId: lead.contactId,
  companyId: lead.companyId,
  dealId: lead.dealId,
  version: lead.version,
  custom: lead.custom,
  createdAt: lead.createdAt,
  updatedAt: lead.updatedAt,
};

/** What the general verbs need to know of leads. */
export const leadType: StagedType<Lead> = {
  ...withPoints<Lead>(),
  entity: "lead",
  table: lead,
  fields: leadFields,
  shape: leadShape,
  changes: LeadChanges,
  title: (row) => row.title,
  stands: onStage,
  repeated: ({ title }) => (title === undefined ? {} : { titleLower: fold(title) }),
  foundBy: ["phone", "email", "name", "companyName"],
  searchable: async (tx, ctx, row) => leadFoundBy(row, foundByPoints(await contactPointsOf(tx, ctx, row.id))),
  glimpse: ["name", "companyName"],
  check: assertLeadReferences,
  mayReturn: async (tx, ctx, row) => void (await liveStage(tx, ctx, row.stageId, "lead")),
  mayMove(row, stage) {
    // Only a conversion qualifies a lead, and only a return takes that back.
    const qualified = row.convertedAt !== null;
    if (qualified && stage.outcome !== "won") throw new AppError("LEAD_CONVERTED");
    if (!qualified && stage.outcome === "won") throw new AppError("LEAD_NOT_CONVERTED");
  },
  moved: async (tx, ctx, _row, { stage, lossReasonId }) => ({
    kind: stage.outcome === "lost" && lossReasonId ? await kindFor(tx, ctx, lossReasonId) : "real",
  }),
  about: ({ stageId, pipelineId }) => ({ stageId, pipelineId }),
  events: {
    created: leadCreated,
    updated: leadUpdated,
    deleted: leadDeleted,
    restored: leadRestored,
    stageChanged: leadStageChanged,
    reordered: leadReordered,
  },
};

/** What a lead is found by besides its title. */
export function leadFoundBy(
  { name, companyName }: Pick<Lead, "name" | "companyName">,
  points: string[],
): string[] {
  const names = [name, companyName].filter((text) => text !== null).map(fold);
  return [...names, ...points];
}

/** @throws INVALID at the field whose record is not there */
export async function assertLeadReferences(
  tx: Transaction,
  ctx: Context,
  changes: Pick<Partial<Lead>, "ownerId" | "sourceId">,
): Promise<void> {
  await assertMember(tx, ctx, changes.ownerId);
  await assertSource(tx, ctx, changes.sourceId);
}

// Lost for a technical reason, a lead is no enquiry at all.
async function kindFor(tx: Transaction, ctx: Context, lossReasonId: string): Promise<LeadKind> {
  const reason = await readLossReason(tx, ctx, lossReasonId);
  return reason.class === "real" ? "real" : (reason.leadKind ?? "spam");
}
