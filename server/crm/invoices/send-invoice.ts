import { readRecord } from "@/server/crm/records";
import { letter, sendEmail } from "@/server/messaging";
import {
  AppError,
  authorize,
  type Context,
  formatMoney,
  inOrganization,
  recordEvent,
} from "@/server/platform";
import { type Invoice, SendInvoice } from "./contract";
import { invoiceEmailed } from "./events";
import { invoiceType } from "./invoice-type";
import { issueInvoice } from "./issue-invoice";
import { invoiceLetter } from "./letter-words";
import { invoicePdf } from "./pdf/render";
import { invoiceDocument } from "./public-link";
import { linkUrl } from "./tokens";
import { told } from "./told";

/**
 * Writes to the buyer with the link to the invoice and its PDF; a draft is issued first. One letter a key.
 * @throws INVOICE_NOT_SENT for a void one or one whose link was revoked, EMAIL_FAILED, what issuing throws
 */
export async function sendInvoice(ctx: Context, input: SendInvoice): Promise<Invoice> {
  const { invoiceId, to, message, key } = SendInvoice.parse(input);
  const found = await readRecord(ctx, invoiceType, { id: invoiceId });
  authorize(ctx, "invoice.edit", found);
  const issued = found.status === "draft" ? await issueInvoice(ctx, { invoiceId }) : found;
  const { number, linkEdition, language, seller } = issued;
  if (issued.status === "void" || !number || !linkEdition || linkEdition < 0)
    throw new AppError("INVOICE_NOT_SENT");
  const words = invoiceLetter[language];
  const total = formatMoney(issued.totalMinor, issued.currency, language);
  const subject = words.subject(number, seller?.name ?? "");
  const pdf = await invoicePdf(await invoiceDocument(ctx, { invoiceId }));
  await sendEmail({
    organizationId: ctx.organizationId,
    key: `invoice/${invoiceId}/${key}`,
    to,
    subject,
    ...letter({
      title: subject,
      paragraphs: [...paragraphsOf(message), words.text(number, total, dayOf(ctx, issued))],
      button: { label: words.button, url: linkUrl(ctx.organizationId, invoiceId, linkEdition) },
    }),
    attachments: [{ name: `${fileNameOf(number)}.pdf`, mediaType: "application/pdf", bytes: pdf }],
    about: { entity: "invoice", recordId: invoiceId },
  });
  await inOrganization(ctx, (tx) =>
    recordEvent(tx, ctx, invoiceEmailed, { recordId: invoiceId, data: { ...told(issued), to } }),
  );
  return issued;
}

// A number's pattern may hold what names of files may not.
function fileNameOf(number: string): string {
  return number.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-");
}

function paragraphsOf(message: string): string[] {
  return message
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter(Boolean);
}

function dayOf({ timeZone }: Context, { dueAt, language }: Invoice): string | null {
  return dueAt && new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone }).format(dueAt);
}
