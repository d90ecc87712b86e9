import { and, eq, sql } from "drizzle-orm";
import { invoice, invoiceSeries } from "@/db/schema/crm-invoices";
import { type Context, invariant, type Transaction } from "@/server/platform";
import { numberFrom, seriesOf } from "./number-pattern";

/**
 * The next number of the series. Whoever takes one holds the series until the end of the transaction: a rolled back
 * issue gives its number back, so no number is missing. A number of an earlier pattern is stepped over.
 */
export async function allocateNumber(
  tx: Transaction,
  ctx: Context,
  { pattern, year }: { pattern: string; year: number },
): Promise<string> {
  for (;;) {
    const count = await nextInSeries(tx, ctx, seriesOf(pattern, year));
    const number = numberFrom(pattern, { year, count });
    const same = and(eq(invoice.organizationId, ctx.organizationId), eq(invoice.number, number));
    if ((await tx.$count(invoice, same)) === 0) return number;
  }
}

async function nextInSeries(tx: Transaction, ctx: Context, year: number): Promise<number> {
  const [series] = await tx
    .insert(invoiceSeries)
    .values({ organizationId: ctx.organizationId, year, lastNumber: 1 })
    .onConflictDoUpdate({
      target: [invoiceSeries.organizationId, invoiceSeries.year],
      set: { lastNumber: sql`${invoiceSeries.lastNumber} + 1`, updatedAt: ctx.now() },
    })
    .returning({ last: invoiceSeries.lastNumber });
  invariant(series, "an upsert returns its row");
  return series.last;
}
