import { z } from "zod";
import { sendInvoice as send } from "@/server/crm/invoices";
import { AppError } from "@/server/platform";
import { email } from "@/server/platform/text";
import { defineAction } from "../define-action";
import { optionalTemplate } from "../params";
import { personOf } from "../record/view";

/** Emails the invoice with its link and PDF; a draft is issued first. One letter a visit, whatever is repeated. */
export const sendInvoice = defineAction({
  type: "invoice.send",
  label: { en: "Send the invoice", ru: "Отправить счёт" },
  hint: {
    en: "By email, with the PDF and a link; a draft is issued first",
    ru: "На почту, с PDF и ссылкой; черновик сначала выставляется",
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
      hint: { en: "Stands above the invoice", ru: "Стоит в письме перед счётом" },
    }),
  }),
  async run({ ctx, params, record, key }) {
    const to = email().safeParse(params.to || personOf(record)?.email);
    if (!to.success) throw new AppError("EMAIL_ADDRESS_MISSING", {}, { field: "to" });
    await send(ctx, { invoiceId: record.id, to: to.data, message: params.message ?? "", key });
    return { summary: to.data };
  },
});
