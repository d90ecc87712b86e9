import type { z } from "zod";
import { restoreRecord, trashRecord, updateRecord } from "@/server/crm/records";
import { type Context, inOrganization, joining } from "@/server/platform";
import { buyerOf } from "./buyer";
import type { Invoice, InvoiceId, UpdateInvoice } from "./contract";
import { invoiceType } from "./invoice-type";

type Id = z.output<typeof InvoiceId>;

/**
 * Changes a draft. With another company or person the buyer's requisites follow, unless they are given too.
 * @throws VERSION_CONFLICT, INVOICE_LOCKED, INVALID at the field
 */
export async function updateInvoice(
  ctx: Context,
  { invoiceId, version, changes }: z.output<typeof UpdateInvoice>,
): Promise<Invoice> {
  return inOrganization(ctx, async (tx) => {
    const moved = changes.companyId !== undefined || changes.contactId !== undefined;
    const buyer = moved && !changes.buyer ? { buyer: await buyerOf(tx, ctx, changes) } : {};
    return updateRecord(joining(ctx, tx), invoiceType, {
      id: invoiceId,
      version,
      changes: { ...changes, ...buyer },
    });
  });
}

/** Moves a draft to the trash. @throws INVOICE_LOCKED once it has a number */
export function deleteInvoice(ctx: Context, { invoiceId }: Id): Promise<void> {
  return trashRecord(ctx, invoiceType, { id: invoiceId });
}

/** Takes a draft out of the trash. @throws NOT_FOUND */
export function restoreInvoice(ctx: Context, { invoiceId }: Id): Promise<Invoice> {
  return restoreRecord(ctx, invoiceType, { id: invoiceId });
}
