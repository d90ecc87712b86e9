import { declareLineHost } from "@/server/crm/line-items";
import { readRecord } from "@/server/crm/records";
import { AppError, authorize, joining, may, recordEvent } from "@/server/platform";
import { invoiceLinesChanged } from "./events";
import { invoiceType } from "./invoice-type";
import { told } from "./told";
import { lockInvoice, writeInvoice } from "./write-invoice";

/** An invoice's lines, which change while it is a draft. */
export const invoiceLines = declareLineHost("invoice", {
  async read(tx, ctx, invoiceId) {
    const found = await readRecord(joining(ctx, tx), invoiceType, { id: invoiceId });
    authorize(ctx, "invoice.view", found);
    const mayEdit = !ctx.member || may(ctx.member, "invoice.edit", found);
    return { currency: found.currency, editable: mayEdit && found.status === "draft" };
  },
  async lock(tx, ctx, invoiceId) {
    const found = await lockInvoice(tx, ctx, invoiceId);
    authorize(ctx, "invoice.edit", found);
    if (found.status !== "draft") throw new AppError("INVOICE_LOCKED");
    return found;
  },
  async changed(tx, ctx, invoiceId, { totals, count }) {
    const before = await lockInvoice(tx, ctx, invoiceId);
    const { subtotalMinor, discountMinor, taxMinor, totalMinor } = totals;
    const sums = { subtotalMinor, discountMinor, taxMinor, totalMinor };
    const after = await writeInvoice(tx, ctx, before, sums);
    await recordEvent(tx, ctx, invoiceLinesChanged, {
      recordId: invoiceId,
      version: after.version,
      data: { ...told(after), count },
    });
  },
});
