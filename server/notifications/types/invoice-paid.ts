import { defineType, followers } from "../define-type";
import { totalIn, totalOf } from "../total";

/** An invoice was paid in full. */
export const invoicePaid = defineType({
  type: "invoice_paid",
  label: { en: "Paid invoices", ru: "Оплаченные счета" },
  hint: { en: "An invoice you own or watch", ru: "Счёт, за который вы отвечаете или наблюдаете" },
  channel: "app",
  on: [{ event: "invoice.paid" }],
  audience: (_, setting) => followers(setting),
  data: (_tx, _ctx, { data }) => totalOf(data),
  say: {
    en: ({ data }) => `Paid: ${totalIn(data, "en")}`,
    ru: ({ data }) => `Оплачен: ${totalIn(data, "ru")}`,
  },
});
