import type { z } from "zod";
import { assertVersion, renameRecord } from "@/server/crm/records";
import { fold } from "@/server/filter";
import {
  AppError,
  authorize,
  type Context,
  dayAfter,
  dayIn,
  inOrganization,
  noonOf,
} from "@/server/platform";
import { allocateNumber } from "./allocate-number";
import type { Invoice, IssueInvoice } from "./contract";
import { invoiceSent } from "./events";
import { titleOf } from "./invoice-type";
import { defaultsOf } from "./settings";
import { enterStatus, lockInvoice } from "./write-invoice";

/**
 * Makes a draft valid: it gets the next number, our requisites of today, a due date when it has none, and its public
 * page. From then on its content stays. @throws INVOICE_LOCKED, INVOICE_EMPTY, VERSION_CONFLICT
 */
export async function issueInvoice(
  ctx: Context,
  { invoiceId, version }: z.output<typeof IssueInvoice>,
): Promise<Invoice> {
  return inOrganization(ctx, async (tx) => {
    const draft = await lockInvoice(tx, ctx, invoiceId);
    authorize(ctx, "invoice.edit", draft);
    assertVersion(draft, version);
    if (draft.status !== "draft") throw new AppError("INVOICE_LOCKED");
    if (draft.totalMinor === 0) throw new AppError("INVOICE_EMPTY");
    const { seller, numberPattern, dueDays } = await defaultsOf(tx, ctx);
    const today = dayIn(ctx);
    const year = Number(today.slice(0, 4));
    const number = await allocateNumber(tx, ctx, { pattern: numberPattern, year });
    const dueAt = draft.dueAt ?? noonOf(ctx, dayAfter(today, dueDays));
    const issuedAt = noonOf(ctx, today);
    const issued = await enterStatus(tx, ctx, draft, {
      status: "sent",
      values: { number, seller, linkEdition: 1, sentAt: ctx.now(), issuedAt, dueAt },
      event: invoiceSent,
      more: {},
    });
    await renameRecord(tx, ctx, { id: issued.id, title: titleOf(issued), others: [fold(number)] });
    return issued;
  });
}
