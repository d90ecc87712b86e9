import { updateRecord } from "@/server/crm/records";
import type { Context } from "@/server/platform";
import { contactType } from "./contact-type";
import type { Contact, UpdateContact } from "./contract";

/** Changes a person's fields; the first phone and email are changed among their points too. @throws NOT_FOUND, INVALID */
export function updateContact(
  ctx: Context,
  { contactId, version, changes, custom }: UpdateContact,
): Promise<Contact> {
  return updateRecord(ctx, contactType, { id: contactId, version, changes: { ...changes, ...custom } });
}
