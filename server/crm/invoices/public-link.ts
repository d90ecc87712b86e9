import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { invoice } from "@/db/schema/crm-invoices";
import { linesOf, totalsOf } from "@/server/crm/line-items";
import { readRecord } from "@/server/crm/records";
import { organizationById } from "@/server/identity";
import {
  AppError,
  authorize,
  type Context,
  contextOf,
  dayIn,
  inOrganization,
  joining,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import type { Invoice, InvoiceDocument, InvoiceId } from "./contract";
import { invoiceLinkChanged } from "./events";
import { invoiceShape, invoiceType } from "./invoice-type";
import { defaultsOf } from "./settings";
import { isLinkMark, readLinkToken } from "./tokens";
import { told } from "./told";
import { lockInvoice, writeInvoice } from "./write-invoice";

/** What the public page shows; null for a token that is wrong, revoked, or of an invoice that is gone. */
export async function publicInvoice(token: string): Promise<InvoiceDocument | null> {
  const claim = readLinkToken(token);
  const organization = claim && (await organizationById(claim.organizationId));
  if (!organization) return null;
  const ctx = contextOf({ organization, actor: { type: "system", id: "pult" } });
  return inOrganization(ctx, async (tx) => {
    const [found] = await tx
      .select(invoiceShape)
      .from(invoice)
      .where(
        and(
          eq(invoice.organizationId, ctx.organizationId),
          eq(invoice.id, claim.invoiceId),
          isNull(invoice.deletedAt),
        ),
      );
    const edition = found?.linkEdition ?? 0;
    return found && edition > 0 && isLinkMark(claim, edition) ? documentOf(tx, ctx, found) : null;
  });
}

/** The same of a member's own, drafts too. @throws NOT_FOUND */
export function invoiceDocument(
  ctx: Context,
  { invoiceId }: z.output<typeof InvoiceId>,
): Promise<InvoiceDocument> {
  return inOrganization(ctx, async (tx) => {
    const found = await readRecord(joining(ctx, tx), invoiceType, { id: invoiceId });
    authorize(ctx, "invoice.view", found);
    return documentOf(tx, ctx, found);
  });
}

/** Makes the public address worthless. @throws INVOICE_NOT_SENT when there is none */
export function revokeLink(ctx: Context, { invoiceId }: z.output<typeof InvoiceId>): Promise<Invoice> {
  return changeLink(ctx, invoiceId, "revoked");
}

/** A new public address; one there was is no longer good. @throws INVOICE_NOT_SENT for a draft */
export function makeLink(ctx: Context, { invoiceId }: z.output<typeof InvoiceId>): Promise<Invoice> {
  return changeLink(ctx, invoiceId, "made");
}

// A revoked edition is kept, negative: the next one is one more, so that a revoked address never works again.
async function changeLink(ctx: Context, invoiceId: string, link: "made" | "revoked"): Promise<Invoice> {
  return inOrganization(ctx, async (tx) => {
    const before = await lockInvoice(tx, ctx, invoiceId);
    authorize(ctx, "invoice.edit", before);
    if (before.status === "draft") throw new AppError("INVOICE_NOT_SENT");
    const edition = Math.abs(before.linkEdition ?? 0);
    const after = await writeInvoice(tx, ctx, before, {
      linkEdition: link === "revoked" ? -edition : edition + 1,
    });
    await recordEvent(tx, ctx, invoiceLinkChanged, {
      recordId: invoiceId,
      version: after.version,
      data: { ...told(after), link },
    });
    return after;
  });
}

async function documentOf(tx: Transaction, ctx: Context, row: Invoice): Promise<InvoiceDocument> {
  const lines = await linesOf(tx, ctx, row.id);
  const day = (instant: Date | null) => instant && dayIn(ctx, instant);
  const { number, status, currency, language, buyer, note, paidMinor } = row;
  return {
    ...{ number, status, currency, language, buyer, note, paidMinor },
    issued: day(row.issuedAt),
    due: day(row.dueAt),
    paid: day(row.paidAt),
    seller: row.seller ?? (await defaultsOf(tx, ctx)).seller,
    lines,
    totals: totalsOf(lines),
  };
}
