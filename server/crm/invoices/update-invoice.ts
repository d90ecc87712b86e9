import type { z } from "zod";
import { restoreRecord, trashRecord, updateRecord } from "@/server/crm/records";
import type { Context } from "@/server/platform";
import type { Invoice, InvoiceId, UpdateInvoice } from "./contract";
import { invoiceType } from "./invoice-type";

type Id = z.output<typeof InvoiceId>;

/**
 * Changes a draft. With another payer the buyer's requisites follow, unless they are given too.
 * @throws VERSION_CONFLICT, INVOICE_LOCKED, INVALID at the field
 */
export function updateInvoice(
  ctx: Context,
  { invoiceId, version, changes }: z.output<typeof UpdateInvoice>,
): Promise<Invoice> {
  return updateRecord(ctx, invoiceType, { id: invoiceId, version, changes });
}

/** Moves a draft to the trash. @throws INVOICE_LOCKED once it has a number */
export function deleteInvoice(ctx: Context, { invoiceId }: Id): Promise<void> {
  return trashRecord(ctx, invoiceType, { id: invoiceId });
}

/** Takes a draft out of the trash. @throws NOT_FOUND */
export function restoreInvoice(ctx: Context, { invoiceId }: Id): Promise<Invoice> {
  return restoreRecord(ctx, invoiceType, { id: invoiceId });
}
