import { and, eq } from "drizzle-orm";
import { invoice } from "@/db/schema/crm-invoices";
import { lockRecord } from "@/server/crm/records";
import { type Context, invariant, type Transaction } from "@/server/platform";
import type { Invoice } from "./contract";
import { invoiceShape, invoiceType } from "./invoice-type";

/** Reads and locks a live invoice. @throws NOT_FOUND */
export function lockInvoice(tx: Transaction, ctx: Context, invoiceId: string): Promise<Invoice> {
  return lockRecord(tx, ctx, invoiceType, invoiceId);
}

/** Writes into a locked invoice; its version goes up by one. */
export async function writeInvoice(
  tx: Transaction,
  ctx: Context,
  before: Invoice,
  values: Partial<typeof invoice.$inferInsert>,
): Promise<Invoice> {
  const [written] = await tx
    .update(invoice)
    .set({ ...values, version: before.version + 1, updatedAt: ctx.now() })
    .where(and(eq(invoice.organizationId, ctx.organizationId), eq(invoice.id, before.id)))
    .returning(invoiceShape);
  invariant(written, "a locked invoice can be written");
  return written;
}
