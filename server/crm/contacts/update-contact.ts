import { and, eq, isNull } from "drizzle-orm";
import { contact } from "@/db/schema/crm";
import { assertCompany } from "@/server/crm/companies";
import { AppError, authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import type { Contact, UpdateContact } from "./contract";
import { contactUpdated } from "./events";
import { contactShape } from "./queries";

/** Changes a person's name, phone, email or company. @throws NOT_FOUND, INVALID */
export async function updateContact(ctx: Context, { contactId, changes }: UpdateContact): Promise<Contact> {
  authorize(ctx, "contact.edit");
  return inOrganization(ctx, async (tx) => {
    await assertCompany(tx, ctx, changes.companyId);
    const [after] = await tx
      .update(contact)
      .set({
        ...changes,
        ...(changes.name && { nameLower: changes.name.toLowerCase() }),
        updatedAt: ctx.now(),
      })
      .where(
        and(
          eq(contact.organizationId, ctx.organizationId),
          eq(contact.id, contactId),
          isNull(contact.deletedAt),
        ),
      )
      .returning(contactShape);
    if (!after) throw new AppError("NOT_FOUND");
    await recordEvent(tx, ctx, contactUpdated, { recordId: after.id, data: { name: after.name } });
    return after;
  });
}
