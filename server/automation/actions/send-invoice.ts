import { z } from "zod";
import { sendInvoice as send } from "@/server/crm/invoices";
import { AppError } from "@/server/platform";
import { email } from "@/server/platform/text";
import { defineAction } from "../define-action";
import { optionalTemplate } from "../params";
import { valueOn } from "../record/read";
import { personOf } from "../record/view";

/** Emails the invoice with its link and PDF; a draft is issued first. One letter a visit, whatever is repeated. */
export const sendInvoice = defineAction({
  type: "invoice.send",
  label: { en: "Send the invoice", ru: "Отправить счёт" },
  hint: {
    en: "By email, with the PDF and a link; a draft is issued first",
    ru: "Письмом с PDF и ссылкой; черновик сначала будет выставлен",
  },
  icon: "receipt-text",
  entities: ["invoice"],
  effect: "outside",
  told: "by verb",
  params: z.strictObject({
    to: optionalTemplate(254, {
      label: { en: "To", ru: "Кому" },
      hint: { en: "Empty: the contact, or else the buyer", ru: "Пусто — контакту, а без него покупателю" },
      placeholder: { en: "{{ contact.email }}", ru: "{{ contact.email }}" },
    }),
    message: optionalTemplate(5_000, {
      label: { en: "Message", ru: "Сообщение" },
      hint: { en: "Stands above the invoice", ru: "Текст письма перед ссылкой на счёт" },
    }),
  }),
  async run({ ctx, params, record, key }) {
    const to = email().safeParse(params.to || personOf(record)?.email);
    if (!to.success) throw new AppError("EMAIL_ADDRESS_MISSING", {}, { field: "to" });
    const letter = { invoiceId: record.id, to: to.data, message: params.message ?? "", key };
    const isDraft = valueOn(record.fields, record.row, "status") === "draft";
    await send(ctx, letter).catch((error: unknown) => {
      throw isDraft ? forGood(error) : error;
    });
    return { summary: to.data };
  },
});

// Once issued it is a draft no more, and nothing is tried again for a status that was left: the failure is told at once.
function forGood(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  const { retry: _again, ...data } = error.data;
  return new AppError(error.code, data);
}
