import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { invoicePayment } from "@/db/schema/crm-invoices";
import { AppError, authorize, type Context, dayIn, inOrganization, recordEvent } from "@/server/platform";
import type { Invoice, RemovePayment } from "./contract";
import { invoicePaymentRemoved, invoiceReopened } from "./events";
import { told } from "./told";
import { enterStatus, lockInvoice, writeInvoice } from "./write-invoice";

/** Takes back a payment written down by mistake; what is then left is owed again. Only those by hand. @throws NOT_FOUND */
export async function removePayment(
  ctx: Context,
  { invoiceId, paymentId }: z.output<typeof RemovePayment>,
): Promise<Invoice> {
  return inOrganization(ctx, async (tx) => {
    const before = await lockInvoice(tx, ctx, invoiceId);
    authorize(ctx, "invoice.edit", before);
    const [gone] = await tx
      .delete(invoicePayment)
      .where(
        and(
          eq(invoicePayment.organizationId, ctx.organizationId),
          eq(invoicePayment.invoiceId, invoiceId),
          eq(invoicePayment.id, paymentId),
          eq(invoicePayment.method, "hand"),
        ),
      )
      .returning({ amountMinor: invoicePayment.amountMinor });
    if (!gone) throw new AppError("NOT_FOUND");
    const left = await writeInvoice(tx, ctx, before, { paidMinor: before.paidMinor - gone.amountMinor });
    await recordEvent(tx, ctx, invoicePaymentRemoved, {
      recordId: invoiceId,
      version: left.version,
      data: { ...told(left), amountMinor: gone.amountMinor },
    });
    if (left.status !== "paid" || left.paidMinor >= left.totalMinor) return left;
    const late = left.dueAt !== null && dayIn(ctx, left.dueAt) < dayIn(ctx);
    return enterStatus(tx, ctx, left, {
      status: late ? "overdue" : "sent",
      values: { paidAt: null },
      event: invoiceReopened,
      more: {},
    });
  });
}
