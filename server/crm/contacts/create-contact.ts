import { contact } from "@/db/schema/crm";
import { assertCompany } from "@/server/crm/companies";
import { authorize, type Context, inOrganization, invariant, recordEvent } from "@/server/platform";
import type { Contact, CreateContact } from "./contract";
import { contactCreated } from "./events";
import { contactShape } from "./queries";

/** Adds a person. @throws INVALID when the company is not the organization's */
export async function createContact(
  ctx: Context,
  input: CreateContact,
  { isSample = false }: { isSample?: boolean } = {},
): Promise<Contact> {
  authorize(ctx, "contact.edit");
  return inOrganization(ctx, async (tx) => {
    await assertCompany(tx, ctx, input.companyId);
    const [created] = await tx
      .insert(contact)
      .values({
        ...input,
        organizationId: ctx.organizationId,
        id: ctx.newId(),
        nameLower: input.name.toLowerCase(),
        ownerId: ctx.member?.id ?? null,
        isSample,
      })
      .returning(contactShape);
    invariant(created, "an insert returns its row");
    await recordEvent(tx, ctx, contactCreated, { recordId: created.id, data: { name: created.name } });
    return created;
  });
}
