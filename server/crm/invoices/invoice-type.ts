import { invoice } from "@/db/schema/crm-invoices";
import { assertCompany } from "@/server/crm/companies";
import { assertContact } from "@/server/crm/contacts";
import { hasLines } from "@/server/crm/line-items";
import type { RecordType } from "@/server/crm/records";
import { assertMember } from "@/server/identity";
import { AppError, type Context, type Transaction } from "@/server/platform";
import { buyerOf, payerOf } from "./buyer";
import { type Invoice, InvoiceChanges, statusNames, statusPlace } from "./contract";
import { invoiceDeleted, invoiceRestored, invoiceUpdated } from "./events";
import { invoiceFields } from "./fields";
import { assertFreePurpose } from "./purpose";
import { workingLink } from "./tokens";

/** The columns that make an `Invoice`. */
export const invoiceShape = {
  id: invoice.id,
  number: invoice.number,
  status: invoice.status,
  statusSince: invoice.statusSince,
  purpose: invoice.purpose,
  dealId: invoice.dealId,
  contactId: invoice.contactId,
  companyId: invoice.companyId,
  ownerId: invoice.ownerId,
  issuedAt: invoice.issuedAt,
  dueAt: invoice.dueAt,
  currency: invoice.currency,
  subtotalMinor: invoice.subtotalMinor,
  discountMinor: invoice.discountMinor,
  taxMinor: invoice.taxMinor,
  totalMinor: invoice.totalMinor,
  paidMinor: invoice.paidMinor,
  paidAt: invoice.paidAt,
  sentAt: invoice.sentAt,
  voidedAt: invoice.voidedAt,
  voidReason: invoice.voidReason,
  seller: invoice.seller,
  buyer: invoice.buyer,
  note: invoice.note,
  language: invoice.language,
  linkEdition: invoice.linkEdition,
  version: invoice.version,
  custom: invoice.custom,
  createdAt: invoice.createdAt,
  updatedAt: invoice.updatedAt,
};

/** What the general verbs need to know of invoices. */
export const invoiceType: RecordType<Invoice> = {
  entity: "invoice",
  table: invoice,
  fields: invoiceFields,
  shape: invoiceShape,
  changes: InvoiceChanges,
  title: titleOf,
  stands: ({ status, statusSince }) => ({ place: statusPlace(status), since: statusSince }),
  derived: [{ key: "link", label: { en: "Public link", ru: "Публичная ссылка" }, read: workingLink }],
  glimpse: ["totalMinor", "currency"],
  async check(tx, ctx, changes) {
    await assertContact(tx, ctx, changes.contactId);
    await assertCompany(tx, ctx, changes.companyId);
    await assertMember(tx, ctx, changes.ownerId);
  },
  async follows(tx, ctx, changes, before) {
    const payer = payerOf({ ...before, ...changes });
    return payer === payerOf(before) ? {} : { buyer: await buyerOf(tx, ctx, payer) };
  },
  locked,
  async mayTake(tx, ctx, changes, before) {
    assertStillOpen(changes, before);
    await assertCurrencyIsFree(tx, ctx, changes, before);
  },
  async mayLeave(_tx, _ctx, row) {
    // A number once given is never missing from the series: such an invoice is voided.
    if (row.status !== "draft") throw new AppError("INVOICE_LOCKED");
  },
  mayReturn: assertFreePurpose,
  about: ({ number, dealId }) => ({ number, dealId }),
  events: { updated: invoiceUpdated, deleted: invoiceDeleted, restored: invoiceRestored },
};

/** "2026-0007 · Acme"; a draft is called by its buyer, or a draft while it has none. */
export function titleOf({ number, buyer, language }: Pick<Invoice, "number" | "buyer" | "language">): string {
  return [number, buyer.name].filter(Boolean).join(" · ") || statusNames.draft[language];
}

// Whoever answers for it may change, and what the organization notes in fields of its own; what was sent to the buyer may not.
function locked({ status, totalMinor }: Invoice): readonly string[] {
  if (status !== "draft") return Object.keys(InvoiceChanges.shape).filter((key) => key !== "ownerId");
  return totalMinor === 0 ? [] : ["currency"];
}

function assertStillOpen(changes: Partial<Invoice>, before: Invoice): void {
  if (before.status === "draft") return;
  const field = Object.keys(changes).find((key) => locked(before).includes(key));
  if (field) throw new AppError("INVOICE_LOCKED", {}, { field });
}

async function assertCurrencyIsFree(
  tx: Transaction,
  ctx: Context,
  { currency }: Partial<Invoice>,
  before: Invoice,
): Promise<void> {
  if (currency === undefined || currency === before.currency) return;
  if (await hasLines(tx, ctx, before.id)) throw new AppError("AMOUNT_FROM_LINES", {}, { field: "currency" });
}
