import { defineEvent, type Given } from "@/server/platform";
import type { LeadKind, Made, MadeRecords } from "./contract";

type Standing = { title: string; pipelineId: string; stageId: string };

export const leadCreated = defineEvent<Standing & Given>("lead.created", "lead");
export const leadStageChanged = defineEvent<Standing & { fromStageId: string; lossReasonId: string | null }>(
  "lead.stage_changed",
  "lead",
);

/** `changes` holds each changed field's value before and after. */
export const leadUpdated = defineEvent<{
  title: string;
  changes: Record<string, { from: unknown; to: unknown }>;
}>("lead.updated", "lead");

/** The order inside a stage changed; nobody's timeline shows it. */
export const leadReordered = defineEvent<{ stageId: string }>("lead.reordered", "lead");

export const leadDeleted = defineEvent<{ title: string; stageId: string }>("lead.deleted", "lead");
export const leadRestored = defineEvent<Standing>("lead.restored", "lead");

/** It became these records; `made` are the new ones among them, and the activities that went along. */
export const leadConverted = defineEvent<{
  title: string;
  dealId: string | null;
  contactId: string | null;
  companyId: string | null;
  made: Made;
}>("lead.converted", "lead");

/**
 * It is back in work; what its conversion had made went to the trash or, worked on already, stayed. `activities` came back
 * with it.
 */
export const leadReturned = defineEvent<{
  title: string;
  trashed: MadeRecords;
  kept: MadeRecords;
  activities: number;
}>("lead.returned", "lead");

export const leadKindChanged = defineEvent<{ title: string; from: LeadKind; to: LeadKind }>(
  "lead.kind_changed",
  "lead",
);
