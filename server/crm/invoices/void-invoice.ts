import type { z } from "zod";
import { AppError, authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import type { Invoice, VoidInvoice } from "./contract";
import { invoiceVoided } from "./events";
import { told } from "./told";
import { lockInvoice, writeInvoice } from "./write-invoice";

/**
 * Declares an issued invoice no longer valid; it keeps its number, and its page says so. There is no way back.
 * @throws INVOICE_NOT_SENT for a draft or a void one, INVOICE_HAS_PAYMENTS
 */
export async function voidInvoice(
  ctx: Context,
  { invoiceId, reason }: z.output<typeof VoidInvoice>,
): Promise<Invoice> {
  return inOrganization(ctx, async (tx) => {
    const before = await lockInvoice(tx, ctx, invoiceId);
    authorize(ctx, "invoice.edit", before);
    if (before.status === "draft" || before.status === "void") throw new AppError("INVOICE_NOT_SENT");
    if (before.paidMinor > 0) throw new AppError("INVOICE_HAS_PAYMENTS");
    const values = { status: "void", voidedAt: ctx.now(), voidReason: reason } as const;
    const after = await writeInvoice(tx, ctx, before, values);
    await recordEvent(tx, ctx, invoiceVoided, {
      recordId: invoiceId,
      version: after.version,
      data: { ...told(after), reason },
    });
    return after;
  });
}
