import { defineType, followers } from "../define-type";
import { totalIn, totalOf } from "../total";

/** An invoice was not paid by its day. */
export const invoiceOverdue = defineType({
  type: "invoice_overdue",
  label: { en: "Overdue invoices", ru: "Просроченные счета" },
  hint: { en: "An invoice you own or watch", ru: "Счёт, за который вы отвечаете или наблюдаете" },
  channel: "app",
  on: [{ event: "invoice.overdue" }],
  audience: (_, setting) => followers(setting),
  data: (_tx, _ctx, { data }) => totalOf(data),
  say: {
    en: ({ data }) => `Payment is overdue: ${totalIn(data, "en")}`,
    ru: ({ data }) => `Оплата просрочена: ${totalIn(data, "ru")}`,
  },
});
