import type { z } from "zod";
import { AppError, authorize, type Context, inOrganization } from "@/server/platform";
import type { Invoice, VoidInvoice } from "./contract";
import { invoiceVoided } from "./events";
import { enterStatus, lockInvoice } from "./write-invoice";

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
    return enterStatus(tx, ctx, before, {
      status: "void",
      values: { voidedAt: ctx.now(), voidReason: reason },
      event: invoiceVoided,
      more: { reason },
    });
  });
}
