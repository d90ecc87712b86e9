import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { contact } from "@/db/schema/crm";
import { startingWith } from "@/server/crm/records";
import {
  AppError,
  assertReference,
  authorize,
  type Context,
  inOrganization,
  type Transaction,
} from "@/server/platform";
import { contactShape } from "./contact-type";
import type { Contact, ContactId, FindContacts } from "./contract";

/** The first twenty people whose name starts with the text, for pickers. */
export async function findContacts(
  ctx: Context,
  { search }: z.output<typeof FindContacts>,
): Promise<Contact[]> {
  authorize(ctx, "contact.view");
  const { where, orderBy } = startingWith(ctx, contact, search);
  return inOrganization(ctx, (tx) =>
    tx.select(contactShape).from(contact).where(where).orderBy(orderBy).limit(20),
  );
}

/** One person. @throws NOT_FOUND */
export async function getContact(ctx: Context, { contactId }: z.output<typeof ContactId>): Promise<Contact> {
  authorize(ctx, "contact.view");
  const [row] = await inOrganization(ctx, (tx) =>
    tx
      .select(contactShape)
      .from(contact)
      .where(
        and(
          eq(contact.organizationId, ctx.organizationId),
          eq(contact.id, contactId),
          isNull(contact.deletedAt),
        ),
      ),
  );
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

/** @throws INVALID at `contactId` when the person is not one of the organization's */
export function assertContact(tx: Transaction, ctx: Context, id: string | null | undefined): Promise<void> {
  return assertReference(tx, ctx, { table: contact, field: "contactId", goneAt: contact.deletedAt }, id);
}
