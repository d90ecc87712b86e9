import type { z } from "zod";
import { copiesOf } from "@/server/crm/line-items";
import { readRecord } from "@/server/crm/records";
import { authorize, type Context, inOrganization, joining } from "@/server/platform";
import type { Invoice, InvoiceId } from "./contract";
import { writeDraft } from "./create-invoice";
import { invoiceType } from "./invoice-type";

/** A new draft with the same buyer and lines. @throws NOT_FOUND */
export async function duplicateInvoice(
  ctx: Context,
  { invoiceId }: z.output<typeof InvoiceId>,
): Promise<Invoice> {
  return inOrganization(ctx, async (tx) => {
    const source = await readRecord(joining(ctx, tx), invoiceType, { id: invoiceId });
    authorize(ctx, "invoice.view", source);
    authorize(ctx, "invoice.create", source);
    const lines = await copiesOf(tx, ctx, invoiceId);
    const { dealId, contactId, companyId, ownerId, currency, note, language, buyer } = source;
    const same = { dealId, contactId, companyId, ownerId, currency, note, language, buyer };
    return writeDraft(tx, ctx, lines, { ...same, purpose: null, dueAt: null });
  });
}
