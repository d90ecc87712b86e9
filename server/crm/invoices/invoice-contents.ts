import { and, asc, eq, inArray } from "drizzle-orm";
import { invoice, invoicePayment } from "@/db/schema/crm-invoices";
import { linesFor } from "@/server/crm/line-items";
import type { LineContent } from "@/server/crm/line-items/contract";
import { type Context, inOrganization } from "@/server/platform";
import type { Payment, Requisites } from "./contract";

/** What an invoice holds besides its fields; `seller` is null on a draft, which has ours of the day. */
export type InvoiceContents = {
  seller: Requisites | null;
  buyer: Requisites;
  lines: LineContent[];
  payments: Payment[];
};

/** The parties, lines and payments of many invoices, for whoever has been shown the invoices themselves. */
export async function invoiceContents(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, InvoiceContents>> {
  if (ids.length === 0) return new Map();
  return inOrganization(ctx, async (tx) => {
    const rows = await tx
      .select({ id: invoice.id, seller: invoice.seller, buyer: invoice.buyer })
      .from(invoice)
      .where(and(eq(invoice.organizationId, ctx.organizationId), inArray(invoice.id, [...ids])));
    const lines = await linesFor(tx, ctx, ids);
    const payments = await tx
      .select({ invoiceId: invoicePayment.invoiceId, payment: paymentShape })
      .from(invoicePayment)
      .where(
        and(
          eq(invoicePayment.organizationId, ctx.organizationId),
          inArray(invoicePayment.invoiceId, [...ids]),
        ),
      )
      .orderBy(asc(invoicePayment.paidAt), asc(invoicePayment.id));
    const found = new Map<string, InvoiceContents>();
    for (const { id, seller, buyer } of rows)
      found.set(id, { seller, buyer, lines: lines.get(id) ?? [], payments: [] });
    for (const { invoiceId, payment } of payments) found.get(invoiceId)?.payments.push(payment);
    return found;
  });
}

/** The columns that make a `Payment`. */
export const paymentShape = {
  id: invoicePayment.id,
  amountMinor: invoicePayment.amountMinor,
  paidAt: invoicePayment.paidAt,
  method: invoicePayment.method,
  note: invoicePayment.note,
};
