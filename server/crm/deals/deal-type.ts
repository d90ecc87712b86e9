import { sql } from "drizzle-orm";
import { deal } from "@/db/schema/crm";
import { spelling } from "@/server/crm/records";
import { onStage, type StagedType } from "@/server/crm/staged";
import { fold } from "@/server/filter";
import { liveStage } from "@/server/pipelines";
import { assertAmountIsFree } from "./amount-of-lines";
import { type Deal, DealChanges } from "./contract";
import {
  dealCreated,
  dealDeleted,
  dealReordered,
  dealRestored,
  dealStageChanged,
  dealUpdated,
} from "./events";
import { dealFields } from "./fields";
import { assertReferences } from "./references";

/** The columns that make a `Deal`; bookkeeping ones stay inside. */
export const dealShape = {
  id: deal.id,
  title: deal.title,
  amountMinor: deal.amountMinor,
  currency: deal.currency,
  contactId: deal.contactId,
  companyId: deal.companyId,
  ownerId: deal.ownerId,
  sourceId: deal.sourceId,
  pipelineId: deal.pipelineId,
  stageId: deal.stageId,
  outcome: deal.outcome,
  position: deal.position,
  closesAt: deal.closesAt,
  closedAt: deal.closedAt,
  lossReasonId: deal.lossReasonId,
  stageEnteredAt: deal.stageEnteredAt,
  version: deal.version,
  custom: deal.custom,
  createdAt: deal.createdAt,
  updatedAt: deal.updatedAt,
};

/** What the general verbs need to know of deals. */
export const dealType: StagedType<Deal> = {
  entity: "deal",
  table: deal,
  fields: dealFields,
  shape: dealShape,
  changes: DealChanges,
  title: (row) => row.title,
  stands: onStage,
  repeated: ({ title }) => (title === undefined ? {} : { titleLower: fold(title) }),
  check: assertReferences,
  mayTake: assertAmountIsFree,
  mayReturn: async (tx, ctx, row) => void (await liveStage(tx, ctx, row.stageId, "deal")),
  search: (terms, most) => sql`select search_deals(${spelling(terms)}, ${most})`,
  glimpse: ["amountMinor", "currency"],
  foundThrough: ["contactId", "companyId"],
  about: ({ stageId, pipelineId }) => ({ stageId, pipelineId }),
  events: {
    created: dealCreated,
    updated: dealUpdated,
    deleted: dealDeleted,
    restored: dealRestored,
    stageChanged: dealStageChanged,
    reordered: dealReordered,
  },
};
