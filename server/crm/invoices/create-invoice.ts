import { and, eq, isNull, ne } from "drizzle-orm";
import { invoice } from "@/db/schema/crm-invoices";
import { assertCompany } from "@/server/crm/companies";
import { assertContact } from "@/server/crm/contacts";
import { copiesOf, replaceLines, totalsOf, writeFirstLines } from "@/server/crm/line-items";
import type { LineContent, Totals } from "@/server/crm/line-items/contract";
import { registerRecord } from "@/server/crm/records";
import { assertMember } from "@/server/identity";
import {
  authorize,
  type Context,
  inOrganization,
  invariant,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import { buyerOf, payerOf } from "./buyer";
import { CreateInvoice, type Invoice } from "./contract";
import { billedLines, lockBilledDeal } from "./deal-side";
import { invoiceCreated } from "./events";
import { invoiceLines } from "./invoice-lines";
import { invoiceShape, titleOf } from "./invoice-type";
import { defaultsOf } from "./settings";
import { told } from "./told";

/**
 * Makes a draft, of a deal with its products or of nothing. With a deal and a purpose it makes one at most: a living
 * invoice for that purpose is answered instead, and a draft takes over the deal's products of now.
 * @throws NOT_FOUND of the deal, INVALID at the field
 */
export async function createInvoice(ctx: Context, input: CreateInvoice): Promise<Invoice> {
  const { dealId, purpose, ...given } = CreateInvoice.parse(input);
  return inOrganization(ctx, async (tx) => {
    // Locked first, so that two calls for one purpose follow each other.
    const deal = dealId ? await lockBilledDeal(tx, ctx, dealId) : null;
    const ownerId = given.ownerId ?? deal?.ownerId ?? ctx.member?.id ?? null;
    authorize(ctx, "invoice.create", { ownerId });
    const currency = given.currency ?? deal?.currency ?? ctx.currency;
    const lines = deal ? await billedLines(tx, ctx, deal, currency) : [];
    const known = deal && purpose ? await forPurpose(tx, ctx, deal.id, purpose) : null;
    if (known) return refreshed(tx, ctx, known, lines);
    const { contactId = deal?.contactId ?? null, companyId = deal?.companyId ?? null } = given;
    await assertContact(tx, ctx, given.contactId);
    await assertCompany(tx, ctx, given.companyId);
    await assertMember(tx, ctx, given.ownerId);
    const { note } = await defaultsOf(tx, ctx);
    return writeDraft(tx, ctx, lines, {
      purpose: purpose ?? null,
      dealId: deal?.id ?? null,
      contactId,
      companyId,
      ownerId,
      currency,
      dueAt: given.dueAt ?? null,
      note: given.note ?? note,
      language: given.language ?? ctx.language,
      buyer: await buyerOf(tx, ctx, payerOf({ companyId, contactId })),
    });
  });
}

type Draft = Pick<
  Invoice,
  | "purpose"
  | "dealId"
  | "contactId"
  | "companyId"
  | "ownerId"
  | "currency"
  | "dueAt"
  | "note"
  | "language"
  | "buyer"
>;

/** Writes a draft with its lines. */
export async function writeDraft(
  tx: Transaction,
  ctx: Context,
  lines: readonly LineContent[],
  draft: Draft,
): Promise<Invoice> {
  const id = ctx.newId();
  await registerRecord(tx, ctx, { id, entity: "invoice", title: titleOf({ ...draft, number: null }) });
  const [created] = await tx
    .insert(invoice)
    .values({
      ...draft,
      ...sumsOf(totalsOf(lines)),
      ...{ id, status: "draft", statusSince: ctx.now(), number: null },
      organizationId: ctx.organizationId,
      createdAt: ctx.now(),
      updatedAt: ctx.now(),
    })
    .returning(invoiceShape);
  invariant(created, "an insert returns its row");
  await writeFirstLines(tx, ctx, id, lines);
  await recordEvent(tx, ctx, invoiceCreated, {
    ...{ recordId: id, version: 1 },
    data: { ...told(created), ownerId: created.ownerId },
  });
  return created;
}

async function forPurpose(
  tx: Transaction,
  ctx: Context,
  dealId: string,
  purpose: string,
): Promise<Invoice | null> {
  const [found] = await tx
    .select(invoiceShape)
    .from(invoice)
    .where(
      and(
        eq(invoice.organizationId, ctx.organizationId),
        eq(invoice.dealId, dealId),
        eq(invoice.purpose, purpose),
        ne(invoice.status, "void"),
        isNull(invoice.deletedAt),
      ),
    )
    .for("update");
  return found ?? null;
}

async function refreshed(
  tx: Transaction,
  ctx: Context,
  known: Invoice,
  lines: readonly LineContent[],
): Promise<Invoice> {
  if (known.status !== "draft") return known;
  const had = await copiesOf(tx, ctx, known.id);
  if (JSON.stringify(had) === JSON.stringify(lines)) return known;
  await replaceLines(tx, ctx, known.id, lines);
  await invoiceLines.changed(tx, ctx, known.id, { totals: totalsOf(lines), count: lines.length });
  const [after] = await tx
    .select(invoiceShape)
    .from(invoice)
    .where(and(eq(invoice.organizationId, ctx.organizationId), eq(invoice.id, known.id)));
  invariant(after, "a locked invoice can be read");
  return after;
}

function sumsOf({ subtotalMinor, discountMinor, taxMinor, totalMinor }: Totals) {
  return { subtotalMinor, discountMinor, taxMinor, totalMinor };
}
