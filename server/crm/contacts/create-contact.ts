import { contact } from "@/db/schema/crm";
import { assertCompany } from "@/server/crm/companies";
import { type Creation, reachedBy, registerRecord, writeFirstPoints } from "@/server/crm/records";
import { keepFiles, readNewCustom } from "@/server/fields";
import { fold } from "@/server/filter";
import { assertMember } from "@/server/identity";
import { authorize, type Context, inOrganization, invariant, recordEvent } from "@/server/platform";
import { contactShape } from "./contact-type";
import { type Contact, CreateContact } from "./contract";
import { contactCreated } from "./events";

/** Adds a person; their owner is the creator unless another is named. @throws INVALID at the field */
export async function createContact(
  ctx: Context,
  input: CreateContact,
  { isSample = false, incomplete = false }: Creation = {},
): Promise<Contact> {
  const { custom, points: given, ...values } = CreateContact.parse(input);
  const ownerId = values.ownerId === undefined ? (ctx.member?.id ?? null) : values.ownerId;
  authorize(ctx, "contact.create", { ownerId });
  return inOrganization(ctx, async (tx) => {
    await assertCompany(tx, ctx, values.companyId);
    await assertMember(tx, ctx, ownerId);
    const own = await readNewCustom(ctx, tx, "contact", custom, { incomplete });
    const { points, phone, email } = reachedBy({ ...values, points: given });
    const id = ctx.newId();
    await registerRecord(tx, ctx, { id, entity: "contact", title: values.name });
    await keepFiles(tx, ctx, id, own.files);
    const [created] = await tx
      .insert(contact)
      .values({
        ...own.slots,
        ...values,
        ...{ id, ownerId, phone, email, isSample },
        organizationId: ctx.organizationId,
        nameLower: fold(values.name),
        custom: own.custom,
        createdAt: ctx.now(),
        updatedAt: ctx.now(),
      })
      .returning(contactShape);
    invariant(created, "an insert returns its row");
    await writeFirstPoints(tx, ctx, created, points);
    await recordEvent(tx, ctx, contactCreated, {
      ...{ recordId: id, version: 1 },
      data: { name: created.name, ownerId: created.ownerId },
    });
    return created;
  });
}
