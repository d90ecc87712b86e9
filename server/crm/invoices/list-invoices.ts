import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { invoice, invoicePayment } from "@/db/schema/crm-invoices";
import { readRecord, titlesOf, visibleRecords } from "@/server/crm/records";
import { memberNames } from "@/server/identity";
import { authorize, type Context, inOrganization, joining, may, type Transaction } from "@/server/platform";
import { type InvoiceId, type InvoiceRow, type InvoiceView, ListInvoices } from "./contract";
import { paymentShape } from "./invoice-contents";
import { invoiceType } from "./invoice-type";
import { defaultsOf } from "./settings";
import { workingLink } from "./tokens";

const rowShape = {
  id: invoice.id,
  number: invoice.number,
  status: invoice.status,
  dealId: invoice.dealId,
  ownerId: invoice.ownerId,
  issuedAt: invoice.issuedAt,
  dueAt: invoice.dueAt,
  currency: invoice.currency,
  totalMinor: invoice.totalMinor,
  paidMinor: invoice.paidMinor,
  createdAt: invoice.createdAt,
  buyerName: sql<string>`coalesce(${invoice.buyer} ->> 'name', '')`,
};

export type InvoicePage = { invoices: InvoiceRow[]; nextCursor: number | null };

/** The invoices the actor may see, the newest first. */
export async function listInvoices(ctx: Context, input: ListInvoices): Promise<InvoicePage> {
  const { status, dealId, search, cursor, limit } = ListInvoices.parse(input);
  authorize(ctx, "invoice.view");
  return inOrganization(ctx, async (tx) => {
    const visible = await visibleRecords(ctx, tx, invoiceType, { search: search || undefined });
    const rows = await tx
      .select(rowShape)
      .from(invoice)
      .where(
        and(visible, status && eq(invoice.status, status), dealId ? eq(invoice.dealId, dealId) : undefined),
      )
      .orderBy(desc(invoice.createdAt), desc(invoice.id))
      .offset(cursor)
      .limit(limit + 1);
    return { invoices: rows.slice(0, limit), nextCursor: rows.length > limit ? cursor + limit : null };
  });
}

/** The invoices of a deal that the actor may see. */
export async function invoicesOfDeal(tx: Transaction, ctx: Context, dealId: string): Promise<string[]> {
  if (ctx.member && !may(ctx.member, "invoice.view")) return [];
  const rows = await tx
    .select({ id: invoice.id })
    .from(invoice)
    .where(and(await visibleRecords(ctx, tx, invoiceType, {}), eq(invoice.dealId, dealId)));
  return rows.map(({ id }) => id);
}

/** One invoice with its payments, its link and the names around it. @throws NOT_FOUND */
export async function getInvoice(
  ctx: Context,
  { invoiceId }: z.output<typeof InvoiceId>,
): Promise<InvoiceView> {
  return inOrganization(ctx, async (tx) => {
    const row = await readRecord(joining(ctx, tx), invoiceType, { id: invoiceId });
    authorize(ctx, "invoice.view", row);
    const payments = await tx
      .select(paymentShape)
      .from(invoicePayment)
      .where(
        and(eq(invoicePayment.organizationId, ctx.organizationId), eq(invoicePayment.invoiceId, invoiceId)),
      )
      .orderBy(asc(invoicePayment.paidAt), asc(invoicePayment.id));
    const links = [row.dealId, row.contactId, row.companyId].filter((id) => id !== null);
    const names = {
      ...(await titlesOf(tx, ctx, links)),
      ...(row.ownerId ? await memberNames(tx, ctx, [row.ownerId]) : {}),
    };
    const link = workingLink(ctx, row);
    const seller = row.seller ?? (await defaultsOf(tx, ctx)).seller;
    return { ...row, seller, payments, names, link };
  });
}
