import { asc, sql } from "drizzle-orm";
import type { z } from "zod";
import { invoice } from "@/db/schema/crm-invoices";
import { visibleRecords } from "@/server/crm/records";
import { authorize, type Context, inOrganization } from "@/server/platform";
import type { InvoiceSum, SumInvoices } from "./contract";
import { invoiceType } from "./invoice-type";

/**
 * What the invoices of a list that the actor may see come to, a currency each: in all, and left to pay of those issued.
 * @throws FILTER_INVALID
 */
export async function sumInvoices(ctx: Context, query: z.output<typeof SumInvoices>): Promise<InvoiceSum[]> {
  authorize(ctx, "invoice.view");
  return inOrganization(ctx, async (tx) => {
    const { status, totalMinor, paidMinor } = invoice;
    const left = sql`greatest(${totalMinor} - ${paidMinor}, 0)`;
    return tx
      .select({
        currency: invoice.currency,
        totalMinor: sql`coalesce(sum(${totalMinor}) filter (where ${status} <> 'void'), 0)`.mapWith(Number),
        leftMinor: sql`coalesce(sum(${left}) filter (where ${status} in ('sent','overdue')), 0)`.mapWith(
          Number,
        ),
      })
      .from(invoice)
      .where(await visibleRecords(ctx, tx, invoiceType, query))
      .groupBy(invoice.currency)
      .orderBy(asc(invoice.currency));
  });
}
