import { randomBytes } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { invoiceSeries, invoiceSettings } from "@/db/schema/crm-invoices";
import { organizationName } from "@/server/identity";
import {
  AppError,
  authorize,
  type Context,
  dayIn,
  inOrganization,
  recordEvent,
  seal,
  type Transaction,
  unseal,
} from "@/server/platform";
import { type InvoiceSettings, type Requisites, SaveInvoiceSettings } from "./contract";
import { invoiceSettingsChanged, webhookSecretMade } from "./events";
import { seriesOf } from "./number-pattern";
import { webhookUrl } from "./tokens";

const secretPurpose = "invoice payments webhook";

export type Defaults = { seller: Requisites; numberPattern: string; dueDays: number; note: string | null };

/** How this organization writes invoices; what it never said has a sensible answer. */
export async function defaultsOf(tx: Transaction, ctx: Context): Promise<Defaults> {
  const row = await rowOf(tx, ctx);
  const { numberPattern = "{YYYY}-{NNNN}", dueDays = 14, note = null } = row ?? {};
  const seller = row?.seller.name ? row.seller : { ...row?.seller, name: await organizationName(tx, ctx) };
  return { seller, numberPattern, dueDays, note };
}

/** The same for the settings' page. */
export async function getInvoiceSettings(ctx: Context): Promise<InvoiceSettings> {
  authorize(ctx, "invoice.view");
  return inOrganization(ctx, async (tx) => {
    const defaults = await defaultsOf(tx, ctx);
    const last = await lastNumber(tx, ctx, seriesOf(defaults.numberPattern, yearIn(ctx)));
    const row = await rowOf(tx, ctx);
    return {
      ...defaults,
      nextNumber: last + 1,
      webhookUrl: webhookUrl(ctx.organizationId),
      hasWebhookSecret: Boolean(row?.webhookSecret),
    };
  });
}

/** Changes how invoices are written from now on. @throws INVOICE_NUMBER_GIVEN at `nextNumber` */
export async function saveInvoiceSettings(
  ctx: Context,
  input: SaveInvoiceSettings,
): Promise<InvoiceSettings> {
  authorize(ctx, "organization.edit");
  const { nextNumber, ...values } = SaveInvoiceSettings.parse(input);
  await inOrganization(ctx, async (tx) => {
    const { organizationId } = ctx;
    const stamps = { createdAt: ctx.now(), updatedAt: ctx.now() };
    await tx
      .insert(invoiceSettings)
      .values({ ...values, ...stamps, organizationId })
      .onConflictDoUpdate({
        target: invoiceSettings.organizationId,
        set: { ...values, updatedAt: ctx.now() },
      });
    if (nextNumber !== undefined) await continueFrom(tx, ctx, values.numberPattern, nextNumber);
    const { numberPattern, dueDays } = values;
    const data = { numberPattern, dueDays };
    await recordEvent(tx, ctx, invoiceSettingsChanged, { recordId: organizationId, data });
  });
  return getInvoiceSettings(ctx);
}

/** A new secret that payment systems sign with, shown this once; the one before is no longer good. */
export async function makeWebhookSecret(ctx: Context): Promise<{ secret: string }> {
  authorize(ctx, "organization.edit");
  const { organizationId } = ctx;
  const secret = `whsec_${randomBytes(32).toString("base64")}`;
  const webhookSecret = seal({ organizationId, purpose: secretPurpose }, secret);
  await inOrganization(ctx, async (tx) => {
    const defaults = await defaultsOf(tx, ctx);
    const stamps = { createdAt: ctx.now(), updatedAt: ctx.now() };
    await tx
      .insert(invoiceSettings)
      .values({ ...defaults, ...stamps, organizationId, webhookSecret })
      .onConflictDoUpdate({
        target: invoiceSettings.organizationId,
        set: { webhookSecret, updatedAt: ctx.now() },
      });
    await recordEvent(tx, ctx, webhookSecretMade, { recordId: organizationId, data: {} });
  });
  return { secret };
}

/** The secret in the clear, to check a signature with; null when none was made. */
export async function webhookSecretOf(tx: Transaction, ctx: Context): Promise<string | null> {
  const sealed = (await rowOf(tx, ctx))?.webhookSecret;
  const { organizationId } = ctx;
  return sealed ? unseal({ organizationId, purpose: secretPurpose }, sealed) : null;
}

async function continueFrom(tx: Transaction, ctx: Context, pattern: string, next: number): Promise<void> {
  const year = seriesOf(pattern, yearIn(ctx));
  const last = await lastNumber(tx, ctx, year);
  if (next <= last) throw new AppError("INVOICE_NUMBER_GIVEN", { last }, { field: "nextNumber" });
  const values = { lastNumber: next - 1, updatedAt: ctx.now() };
  await tx
    .insert(invoiceSeries)
    .values({ ...values, organizationId: ctx.organizationId, year, createdAt: ctx.now() })
    .onConflictDoUpdate({
      target: [invoiceSeries.organizationId, invoiceSeries.year],
      set: { ...values, lastNumber: sql`greatest(${invoiceSeries.lastNumber}, ${next - 1})` },
    });
}

async function lastNumber(tx: Transaction, ctx: Context, year: number): Promise<number> {
  const [row] = await tx
    .select({ last: invoiceSeries.lastNumber })
    .from(invoiceSeries)
    .where(and(eq(invoiceSeries.organizationId, ctx.organizationId), eq(invoiceSeries.year, year)));
  return row?.last ?? 0;
}

function yearIn(ctx: Context): number {
  return Number(dayIn(ctx).slice(0, 4));
}

async function rowOf(tx: Transaction, ctx: Context) {
  const [row] = await tx
    .select()
    .from(invoiceSettings)
    .where(eq(invoiceSettings.organizationId, ctx.organizationId));
  return row ?? null;
}
