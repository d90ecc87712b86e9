import { assertCompany } from "@/server/crm/companies";
import { assertContact } from "@/server/crm/contacts";
import { assertMember } from "@/server/identity";
import { assertSource } from "@/server/pipelines";
import type { Context, Transaction } from "@/server/platform";
import type { Deal } from "./contract";

/**
 * Every id a person sends is looked up in their own organization before it is written.
 * @throws INVALID at the field whose record is not there
 */
export async function assertReferences(tx: Transaction, ctx: Context, changes: Partial<Deal>): Promise<void> {
  await assertContact(tx, ctx, changes.contactId);
  await assertCompany(tx, ctx, changes.companyId);
  await assertMember(tx, ctx, changes.ownerId);
  await assertSource(tx, ctx, changes.sourceId);
}
