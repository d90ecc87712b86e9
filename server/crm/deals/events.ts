import { defineEvent, type Given } from "@/server/platform";

/** What the lead that a deal was made of had said, and where it came from, by the names of its fields. */
export type FromLead = {
  id: string;
  title: string;
  comment: string | null;
  origin: Record<string, string>;
};

export const dealCreated = defineEvent<
  { title: string; pipelineId: string; stageId: string; fromLead?: FromLead } & Given
>("deal.created", "deal");

export const dealStageChanged = defineEvent<{
  title: string;
  pipelineId: string;
  fromStageId: string;
  stageId: string;
  lossReasonId: string | null;
}>("deal.stage_changed", "deal");

/** `changes` holds each changed field's value before and after. */
export const dealUpdated = defineEvent<{
  title: string;
  changes: Record<string, { from: unknown; to: unknown }>;
}>("deal.updated", "deal");

/** Its products changed; `totalMinor` is what the deal is worth since. */
export const dealProductsChanged = defineEvent<{
  title: string;
  stageId: string;
  pipelineId: string;
  count: number;
  currency: string;
  totalMinor: number;
}>("deal.products_changed", "deal");

/** The order inside a stage changed; nobody's timeline shows it. */
export const dealReordered = defineEvent<{ stageId: string }>("deal.reordered", "deal");

export const dealDeleted = defineEvent<{ title: string; stageId: string }>("deal.deleted", "deal");
export const dealRestored = defineEvent<{ title: string; stageId: string; pipelineId: string }>(
  "deal.restored",
  "deal",
);
