import { contact } from "@/db/schema/crm";
import { assertCompany } from "@/server/crm/companies";
import { type RecordType, reachable } from "@/server/crm/records";
import { assertMember } from "@/server/identity";
import { type Contact, ContactChanges } from "./contract";
import { contactDeleted, contactRestored, contactUpdated } from "./events";
import { contactFields } from "./fields";

export const contactShape = {
  id: contact.id,
  name: contact.name,
  phone: contact.phone,
  email: contact.email,
  companyId: contact.companyId,
  ownerId: contact.ownerId,
  version: contact.version,
  custom: contact.custom,
  createdAt: contact.createdAt,
  updatedAt: contact.updatedAt,
};

/** What the general verbs need to know of people. */
export const contactType: RecordType<Contact> = {
  ...reachable<Contact>(),
  entity: "contact",
  table: contact,
  fields: contactFields,
  shape: contactShape,
  changes: ContactChanges,
  glimpse: ["phone", "email"],
  async check(tx, ctx, changes) {
    await assertCompany(tx, ctx, changes.companyId);
    await assertMember(tx, ctx, changes.ownerId);
  },
  events: { updated: contactUpdated, deleted: contactDeleted, restored: contactRestored },
};
