import { defineEvent, type Given } from "@/server/platform";
import type { InvoiceStatus } from "./contract";

export type Told = {
  title: string;
  number: string | null;
  /** The one it has now. */
  status: InvoiceStatus;
  dealId: string | null;
  currency: string;
  totalMinor: number;
};

export const invoiceCreated = defineEvent<Told & Given>("invoice.created", "invoice");
/** `changes` holds each changed field's value before and after. */
export const invoiceUpdated = defineEvent<{
  title: string;
  changes: Record<string, { from: unknown; to: unknown }>;
}>("invoice.updated", "invoice");
export const invoiceLinesChanged = defineEvent<Told & { count: number }>(
  "invoice.products_changed",
  "invoice",
);
/** It has its number and may be paid. */
export const invoiceSent = defineEvent<Told>("invoice.sent", "invoice");
export const invoiceEmailed = defineEvent<Told & { to: string }>("invoice.emailed", "invoice");
export const invoicePaymentRecorded = defineEvent<Told & { amountMinor: number; method: string }>(
  "invoice.payment_recorded",
  "invoice",
);
export const invoicePaymentRemoved = defineEvent<Told & { amountMinor: number }>(
  "invoice.payment_removed",
  "invoice",
);
export const invoicePaid = defineEvent<Told>("invoice.paid", "invoice");
export const invoiceOverdue = defineEvent<Told>("invoice.overdue", "invoice");
export const invoiceVoided = defineEvent<Told & { reason: string }>("invoice.voided", "invoice");
/** It was paid, and a payment was taken back: it is owed again. */
export const invoiceReopened = defineEvent<Told>("invoice.reopened", "invoice");
export const invoiceLinkChanged = defineEvent<Told & { link: "made" | "revoked" }>(
  "invoice.link_changed",
  "invoice",
);
/** Those at which an invoice comes to a status. */
export const entersStatus = [
  invoiceCreated,
  invoiceSent,
  invoicePaid,
  invoiceReopened,
  invoiceOverdue,
  invoiceVoided,
].map(({ name }) => name);

export const invoiceDeleted = defineEvent<{ title: string }>("invoice.deleted", "invoice");
export const invoiceRestored = defineEvent<{ title: string }>("invoice.restored", "invoice");

export const invoiceSettingsChanged = defineEvent<{ numberPattern: string; dueDays: number }>(
  "invoice_settings.changed",
  "organization",
);
export const webhookSecretMade = defineEvent<Record<string, never>>(
  "invoice_settings.webhook_secret_made",
  "organization",
);
