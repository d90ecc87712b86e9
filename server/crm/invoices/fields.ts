import { invoice } from "@/db/schema/crm-invoices";
import { declareEntity, defineFields, type Field } from "@/server/fields";
import { type Invoice, invoiceStatuses, statusColours, statusNames } from "./contract";

/** Of the buyer as printed: read, and not asked by filters. */
const onPaper = { filterable: false, sortable: false, nullable: true };

export const invoiceFields: readonly Field[] = defineFields<Invoice>("invoice", {
  number: { type: "text", label: { en: "Number", ru: "Номер" }, column: invoice.number },
  status: {
    type: "list",
    label: { en: "Status", ru: "Статус" },
    column: invoice.status,
    options: invoiceStatuses.map((id) => ({
      ...{ id, name: id, label: statusNames[id], colour: statusColours[id] },
    })),
  },
  totalMinor: { type: "money", label: { en: "Total", ru: "Сумма" }, column: invoice.totalMinor },
  paidMinor: { type: "money", label: { en: "Paid", ru: "Оплачено" }, column: invoice.paidMinor },
  subtotalMinor: {
    type: "money",
    label: { en: "Before discount", ru: "До скидки" },
    column: invoice.subtotalMinor,
  },
  discountMinor: { type: "money", label: { en: "Discount", ru: "Скидка" }, column: invoice.discountMinor },
  taxMinor: { type: "money", label: { en: "Tax", ru: "НДС" }, column: invoice.taxMinor },
  companyId: {
    type: "link",
    linksTo: "company",
    label: { en: "Company", ru: "Компания" },
    column: invoice.companyId,
    editable: true,
  },
  contactId: {
    type: "link",
    linksTo: "contact",
    label: { en: "Contact", ru: "Контакт" },
    column: invoice.contactId,
    editable: true,
  },
  buyerName: {
    type: "text",
    label: { en: "Buyer", ru: "Покупатель" },
    column: invoice.buyer,
    read: ({ buyer }) => buyer.name,
    ...onPaper,
  },
  buyerEmail: {
    type: "text",
    label: { en: "Buyer’s email", ru: "Эл. почта покупателя" },
    column: invoice.buyer,
    read: ({ buyer }) => buyer.email,
    ...onPaper,
  },
  dealId: {
    type: "link",
    linksTo: "deal",
    label: { en: "Deal", ru: "Сделка" },
    column: invoice.dealId,
  },
  ownerId: {
    type: "member",
    label: { en: "Owner", ru: "Ответственный" },
    column: invoice.ownerId,
    editable: true,
  },
  issuedAt: { type: "date", label: { en: "Issued", ru: "Выставлен" }, column: invoice.issuedAt },
  dueAt: { type: "date", label: { en: "Due", ru: "Срок оплаты" }, column: invoice.dueAt, editable: true },
  currency: {
    type: "text",
    label: { en: "Currency", ru: "Валюта" },
    column: invoice.currency,
    editable: true,
  },
  paidAt: { type: "datetime", label: { en: "Paid on", ru: "Оплачен" }, column: invoice.paidAt },
  voidReason: {
    type: "text",
    label: { en: "Why void", ru: "Причина аннулирования" },
    column: invoice.voidReason,
  },
  language: {
    type: "list",
    label: { en: "Language", ru: "Язык" },
    column: invoice.language,
    editable: true,
    options: [
      { id: "ru", name: "Русский" },
      { id: "en", name: "English" },
    ],
  },
  note: {
    type: "text",
    label: { en: "Note", ru: "Примечание" },
    column: invoice.note,
    editable: true,
    long: true,
  },
  createdAt: { type: "datetime", label: { en: "Created", ru: "Создан" }, column: invoice.createdAt },
  updatedAt: { type: "datetime", label: { en: "Changed", ru: "Изменён" }, column: invoice.updatedAt },
});

declareEntity({ entity: "invoice", table: invoice, fields: invoiceFields });
