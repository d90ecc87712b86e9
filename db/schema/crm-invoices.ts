import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Actor } from "@/server/platform/context";
import { customColumns, instant, ownRow, slotIndexes, stamps, table } from "./_columns";
import { company, contact, deal } from "./crm";
import { record } from "./crm-records";
import { member, organization } from "./identity";

/** A party of an invoice as it is printed; what is empty is left out. */
export type Requisites = {
  name: string;
  taxId?: string;
  taxReason?: string;
  address?: string;
  bank?: string;
  phone?: string;
  email?: string;
  signer?: string;
};

/** A request for payment. Totals repeat its line items'; a draft has no number. Days are kept as noon of the zone. */
export const invoice = table(
  "invoice",
  {
    ...ownRow(),
    number: text(),
    status: text().$type<"draft" | "sent" | "paid" | "overdue" | "void">().notNull(),
    /** When it came to its status: coming back is another visit, with its robots anew. */
    statusSince: instant().notNull().defaultNow(),
    /** Why an automation made it: one living invoice a deal and purpose. */
    purpose: text(),
    dealId: uuid(),
    contactId: uuid(),
    companyId: uuid(),
    ownerId: uuid(),
    issuedAt: instant(),
    dueAt: instant(),
    currency: text().notNull(),
    subtotalMinor: bigint({ mode: "number" }).notNull().default(0),
    discountMinor: bigint({ mode: "number" }).notNull().default(0),
    taxMinor: bigint({ mode: "number" }).notNull().default(0),
    totalMinor: bigint({ mode: "number" }).notNull().default(0),
    paidMinor: bigint({ mode: "number" }).notNull().default(0),
    paidAt: instant(),
    sentAt: instant(),
    voidedAt: instant(),
    voidReason: text(),
    /** Ours, as they were when it was issued; null on a draft, which shows today's. */
    seller: jsonb().$type<Requisites>(),
    buyer: jsonb().$type<Requisites>().notNull(),
    note: text(),
    language: text().$type<"en" | "ru">().notNull(),
    /** Which edition of the public link is good; null on a draft, negative once it was revoked. */
    linkEdition: integer(),
    isSample: boolean().notNull().default(false),
    version: integer().notNull().default(1),
    deletedAt: instant(),
    ...customColumns(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    ...slotIndexes("invoice", t),
    foreignKey({
      columns: [t.organizationId, t.id],
      foreignColumns: [record.organizationId, record.id],
    }).onDelete("cascade"),
    unique("invoice_number").on(t.organizationId, t.number),
    uniqueIndex("invoice_purpose")
      .on(t.organizationId, t.dealId, t.purpose)
      .where(sql`purpose is not null and status <> 'void' and deleted_at is null`),
    index("invoice_list").on(t.organizationId, t.createdAt, t.id).where(sql`deleted_at is null`),
    index("invoice_status").on(t.organizationId, t.status, t.dueAt).where(sql`deleted_at is null`),
    index("invoice_due").on(t.dueAt).where(sql`status = 'sent' and deleted_at is null`),
    index("invoice_deal").on(t.organizationId, t.dealId),
    index("invoice_contact").on(t.organizationId, t.contactId).where(sql`contact_id is not null`),
    index("invoice_company").on(t.organizationId, t.companyId).where(sql`company_id is not null`),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.organizationId, t.dealId], foreignColumns: [deal.organizationId, deal.id] }),
    foreignKey({
      columns: [t.organizationId, t.contactId],
      foreignColumns: [contact.organizationId, contact.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.companyId],
      foreignColumns: [company.organizationId, company.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.ownerId],
      foreignColumns: [member.organizationId, member.id],
    }),
    check("invoice_status_known", sql`${t.status} in ('draft','sent','paid','overdue','void')`),
    check("invoice_draft_number", sql`(${t.status} = 'draft') = (${t.number} is null)`),
    check("invoice_currency", sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check("invoice_language", sql`${t.language} in ('en','ru')`),
  ],
);

/** Money that came for an invoice. `externalId` is the payment system's event: it counts once. */
export const invoicePayment = table(
  "invoice_payment",
  {
    ...ownRow(),
    invoiceId: uuid().notNull(),
    amountMinor: bigint({ mode: "number" }).notNull(),
    paidAt: instant().notNull(),
    method: text().$type<"hand" | "webhook">().notNull(),
    externalId: text(),
    note: text(),
    actor: jsonb().$type<Actor>().notNull(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index("invoice_payment_invoice").on(t.organizationId, t.invoiceId, t.paidAt),
    unique("invoice_payment_external").on(t.organizationId, t.externalId),
    foreignKey({
      columns: [t.organizationId, t.invoiceId],
      foreignColumns: [invoice.organizationId, invoice.id],
    }).onDelete("cascade"),
    check("invoice_payment_amount", sql`${t.amountMinor} > 0`),
    check("invoice_payment_method", sql`${t.method} in ('hand','webhook')`),
  ],
);

/** The last number given out in a year, or in all years for a pattern without one (`year` 0). */
export const invoiceSeries = table(
  "invoice_series",
  {
    organizationId: uuid().notNull(),
    year: integer().notNull(),
    lastNumber: integer().notNull(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.year] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
  ],
);

/** How an organization writes its invoices, and how payment systems report to it. */
export const invoiceSettings = table(
  "invoice_settings",
  {
    organizationId: uuid().primaryKey(),
    seller: jsonb().$type<Requisites>().notNull(),
    numberPattern: text().notNull(),
    dueDays: integer().notNull(),
    note: text(),
    /** Sealed with the installation's key. */
    webhookSecret: text(),
    ...stamps(),
  },
  (t) => [
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    check("invoice_settings_due", sql`${t.dueDays} between 0 and 365`),
  ],
);
