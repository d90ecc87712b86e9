import { z } from "zod";
import * as invoices from "@/server/crm/invoices";
import * as contract from "@/server/crm/invoices/contract";
import { getRecord, recordTypeOf, shownRecord } from "@/server/crm/registry";
import { headersOf } from "@/server/files";
import type { Context } from "@/server/platform";
import { defineOperation } from "../define-operation";
import { instant, list, recordSchema } from "../schemas";

const group = "invoices";
const write = "invoices:write";
const output = recordSchema(recordTypeOf("invoice"));

const PaymentSchema = z
  .object({
    id: z.uuid(),
    amountMinor: z.number().int(),
    paidAt: instant,
    method: z.enum(["hand", "webhook"]),
    note: z.string().nullable(),
  })
  .meta({ id: "Payment" });

const show = async (ctx: Context, id: string) =>
  shownRecord((await getRecord(ctx, { entity: "invoice", id })).record);

/** What becomes of an invoice once it is made. */
export const invoiceOperations = [
  defineOperation({
    ...{ id: "issueInvoice", method: "POST", path: "/invoices/{id}/issue", group, scope: write, output },
    summary: { en: "Issue: give it its number and public page", ru: "Выставить: присвоить номер и ссылку" },
    versioned: true,
    async verb(ctx, { params: { id = "" }, version }) {
      await invoices.issueInvoice(ctx, { invoiceId: id, version });
      return show(ctx, id);
    },
  }),
  defineOperation({
    ...{ id: "sendInvoice", method: "POST", path: "/invoices/{id}/send", group, scope: write, output },
    summary: {
      en: "Send by email; a draft is issued first",
      ru: "Отправить по почте; черновик будет выставлен",
    },
    body: contract.SendInvoice.omit({ invoiceId: true, key: true }),
    outward: true,
    async verb(ctx, { params: { id = "" }, body, once }) {
      await invoices.sendInvoice(ctx, { ...body, invoiceId: id, key: once });
      return show(ctx, id);
    },
  }),
  defineOperation({
    ...{ id: "downloadInvoice", method: "GET", path: "/invoices/{id}/pdf", group, scope: "invoices:read" },
    summary: { en: "The invoice as a PDF", ru: "Счёт в PDF" },
    output: "bytes",
    async verb(ctx, { params: { id = "" } }) {
      const document = await invoices.invoiceDocument(ctx, { invoiceId: id });
      const pdf = new Uint8Array(await invoices.invoicePdf(document));
      const file = { name: `${document.number ?? "draft"}.pdf`, mediaType: "application/pdf" };
      return new Response(pdf, {
        headers: headersOf({ ...file, inline: true, size: pdf.length }, { save: true }),
      });
    },
  }),
  defineOperation({
    ...{ id: "listPayments", method: "GET", path: "/invoices/{id}/payments", group, scope: "invoices:read" },
    summary: { en: "Payments that came", ru: "Поступившие оплаты" },
    output: list(PaymentSchema),
    verb: async (ctx, { params: { id = "" } }) => ({
      items: (await invoices.getInvoice(ctx, { invoiceId: id })).payments,
    }),
  }),
  defineOperation({
    ...{ id: "recordPayment", method: "POST", path: "/invoices/{id}/payments", group, scope: write, output },
    summary: { en: "Record a payment, in full or in part", ru: "Внести оплату, полную или частичную" },
    body: contract.RecordPayment.omit({ invoiceId: true }),
    async verb(ctx, { params: { id = "" }, body }) {
      await invoices.recordPayment(ctx, { ...body, invoiceId: id });
      return show(ctx, id);
    },
  }),
  defineOperation({
    ...{ id: "removePayment", method: "DELETE", path: "/invoices/{id}/payments/{paymentId}", group, output },
    summary: { en: "Take a payment back", ru: "Удалить оплату" },
    scope: write,
    async verb(ctx, { params: { id = "", paymentId = "" } }) {
      await invoices.removePayment(ctx, { invoiceId: id, paymentId });
      return show(ctx, id);
    },
  }),
  defineOperation({
    ...{ id: "voidInvoice", method: "POST", path: "/invoices/{id}/void", group, scope: write, output },
    summary: { en: "Declare void; there is no way back", ru: "Аннулировать; отменить это нельзя" },
    body: contract.VoidInvoice.omit({ invoiceId: true }),
    async verb(ctx, { params: { id = "" }, body }) {
      await invoices.voidInvoice(ctx, { ...body, invoiceId: id });
      return show(ctx, id);
    },
  }),
  defineOperation({
    ...{ id: "duplicateInvoice", method: "POST", path: "/invoices/{id}/duplicate", group, scope: write },
    summary: { en: "Make a draft like it", ru: "Создать такой же черновик" },
    ...{ output, status: 201 },
    verb: async (ctx, { params: { id = "" } }) =>
      show(ctx, (await invoices.duplicateInvoice(ctx, { invoiceId: id })).id),
  }),
  defineOperation({
    ...{ id: "getInvoiceLink", method: "GET", path: "/invoices/{id}/link", group, scope: "invoices:read" },
    summary: { en: "The address of its public page", ru: "Адрес публичной страницы" },
    output: z.object({ url: z.string().nullable() }),
    verb: async (ctx, { params: { id = "" } }) => ({
      url: (await invoices.getInvoice(ctx, { invoiceId: id })).link,
    }),
  }),
  defineOperation({
    ...{ id: "makeInvoiceLink", method: "POST", path: "/invoices/{id}/link", group, scope: write },
    summary: { en: "A new address; the old one ends", ru: "Новый адрес; прежний перестанет работать" },
    output: z.object({ url: z.string().nullable() }),
    async verb(ctx, { params: { id = "" } }) {
      await invoices.makeLink(ctx, { invoiceId: id });
      return { url: (await invoices.getInvoice(ctx, { invoiceId: id })).link };
    },
  }),
  defineOperation({
    ...{ id: "revokeInvoiceLink", method: "DELETE", path: "/invoices/{id}/link", group, scope: write },
    summary: { en: "End the public page", ru: "Закрыть публичную страницу" },
    output: null,
    verb: (ctx, { params: { id = "" } }) => invoices.revokeLink(ctx, { invoiceId: id }),
  }),
];
