import { invoicePayment } from "@/db/schema/crm-invoices";
import {
  AppError,
  authorize,
  type Context,
  inOrganization,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import { type Invoice, RecordPayment } from "./contract";
import { invoicePaid, invoicePaymentRecorded } from "./events";
import { told } from "./told";
import { enterStatus, lockInvoice, writeInvoice } from "./write-invoice";

/**
 * Writes down money that came, all that is left unless a part is named; the invoice is paid when nothing is left.
 * @throws INVOICE_NOT_PAYABLE, PAYMENT_TOO_LARGE
 */
export async function recordPayment(ctx: Context, input: RecordPayment): Promise<Invoice> {
  const { invoiceId, ...given } = RecordPayment.parse(input);
  return inOrganization(ctx, async (tx) => {
    const before = await lockInvoice(tx, ctx, invoiceId);
    authorize(ctx, "invoice.edit", before);
    if (before.status !== "sent" && before.status !== "overdue") throw new AppError("INVOICE_NOT_PAYABLE");
    const left = before.totalMinor - before.paidMinor;
    const { amountMinor = left, paidAt = ctx.now(), note = null } = given;
    if (amountMinor > left) throw new AppError("PAYMENT_TOO_LARGE", {}, { field: "amountMinor" });
    const payment = { amountMinor, paidAt, note, method: "hand", externalId: null } as const;
    return (await takePayment(tx, ctx, before, payment)) ?? before;
  });
}

export type NewPayment = {
  amountMinor: number;
  paidAt: Date;
  note: string | null;
  method: "hand" | "webhook";
  /** The payment system's own name of it; null for one by hand. */
  externalId: string | null;
};

/** Counts a payment on a locked invoice; null when it was counted before. */
export async function takePayment(
  tx: Transaction,
  ctx: Context,
  before: Invoice,
  payment: NewPayment,
): Promise<Invoice | null> {
  const taken = await tx
    .insert(invoicePayment)
    .values({
      ...payment,
      organizationId: ctx.organizationId,
      id: ctx.newId(),
      invoiceId: before.id,
      actor: ctx.actor,
      createdAt: ctx.now(),
      updatedAt: ctx.now(),
    })
    .onConflictDoNothing({ target: [invoicePayment.organizationId, invoicePayment.externalId] })
    .returning({ id: invoicePayment.id });
  if (taken.length === 0) return null;
  const paidMinor = before.paidMinor + payment.amountMinor;
  const counted = await writeInvoice(tx, ctx, before, { paidMinor });
  const { amountMinor, method } = payment;
  await recordEvent(tx, ctx, invoicePaymentRecorded, {
    ...{ recordId: counted.id, version: counted.version },
    data: { ...told(counted), amountMinor, method },
  });
  if (counted.status === "paid" || paidMinor < counted.totalMinor) return counted;
  const { paidAt } = payment;
  return enterStatus(tx, ctx, counted, { status: "paid", values: { paidAt }, event: invoicePaid, more: {} });
}
