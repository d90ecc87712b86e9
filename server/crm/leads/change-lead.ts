import { restoreRecord, trashRecord, updateRecord } from "@/server/crm/records";
import { moveStaged } from "@/server/crm/staged";
import type { Context } from "@/server/platform";
import type { Lead, MoveLead, UpdateLead } from "./contract";
import { leadType } from "./lead-type";

/** Changes fields of a lead; nothing is written or recorded when nothing differs. @throws VERSION_CONFLICT, INVALID */
export function updateLead(ctx: Context, { leadId, version, changes, custom }: UpdateLead): Promise<Lead> {
  return updateRecord(ctx, leadType, { id: leadId, version, changes: { ...changes, ...custom } });
}

/**
 * Puts a lead under another card, in the same stage or another. A lost stage needs a loss reason; a technical one
 * settles the lead's kind. A stage that means qualified is reached by `convertLead` and left by `returnLead` only.
 * @throws NOT_FOUND, STAGE_GONE, VERSION_CONFLICT, REQUIRED_FIELDS, LOSS_REASON_REQUIRED, LEAD_NOT_CONVERTED, LEAD_CONVERTED
 */
export function moveLead(ctx: Context, { leadId, ...move }: MoveLead): Promise<Lead> {
  return moveStaged(ctx, leadType, { id: leadId, ...move });
}

/** Moves a lead to the trash; `restoreLead` brings it back as it was. @throws NOT_FOUND, FORBIDDEN */
export function deleteLead(ctx: Context, { leadId }: { leadId: string }): Promise<void> {
  return trashRecord(ctx, leadType, { id: leadId });
}

/** Takes a lead out of the trash, back to its stage. @throws NOT_FOUND, STAGE_GONE */
export function restoreLead(ctx: Context, { leadId }: { leadId: string }): Promise<Lead> {
  return restoreRecord(ctx, leadType, { id: leadId });
}
