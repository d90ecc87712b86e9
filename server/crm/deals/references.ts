import { and, eq, isNull } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { company, contact } from "@/db/schema/crm";
import { member } from "@/db/schema/identity";
import { lossReason, source } from "@/db/schema/pipelines";
import { AppError, type Context, type Transaction } from "@/server/platform";
import type { Deal } from "./contract";

type Referable = PgTable & { organizationId: PgColumn; id: PgColumn };

/**
 * Every id a person sends is looked up in their own organization before it is written.
 * @throws INVALID at the field whose record is not there
 */
export async function assertReferences(tx: Transaction, ctx: Context, changes: Partial<Deal>): Promise<void> {
  await assertThere(tx, ctx, contact, changes.contactId, "contactId", contact.deletedAt);
  await assertThere(tx, ctx, company, changes.companyId, "companyId", company.deletedAt);
  await assertThere(tx, ctx, member, changes.ownerId, "ownerId", member.removedAt);
  await assertThere(tx, ctx, source, changes.sourceId, "sourceId");
}

/** @throws INVALID when the loss reason is not one of the organization's */
export function assertLossReason(tx: Transaction, ctx: Context, id: string | null): Promise<void> {
  return assertThere(tx, ctx, lossReason, id, "lossReasonId");
}

async function assertThere(
  tx: Transaction,
  ctx: Context,
  table: Referable,
  id: string | null | undefined,
  field: string,
  goneAt?: PgColumn,
): Promise<void> {
  if (!id) return;
  const [row] = await tx
    .select({ id: table.id })
    .from(table as PgTable)
    .where(and(eq(table.organizationId, ctx.organizationId), eq(table.id, id), goneAt && isNull(goneAt)));
  if (!row) throw new AppError("INVALID", {}, { field });
}
