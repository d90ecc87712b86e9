import { and, eq, isNull, or, sql } from "drizzle-orm";
import { Webhook, WebhookVerificationError } from "standardwebhooks";
import { invoice } from "@/db/schema/crm-invoices";
import { organizationById } from "@/server/identity";
import { AppError, type Context, contextOf, inOrganization, type Transaction } from "@/server/platform";
import { type Invoice, PaymentReport } from "./contract";
import { takePayment } from "./record-payment";
import { webhookSecretOf } from "./settings";
import { readWebhookToken } from "./tokens";
import { lockInvoice } from "./write-invoice";

type Report = { token: string; headers: Headers; body: string };

/**
 * Takes a payment system's report, signed with the organization's secret as Standard Webhooks say. The report's id
 * counts once, however often and in parallel it comes. @returns whether it counted now
 * @throws NOT_FOUND for an address or an invoice that is not there, UNAUTHENTICATED for a signature that is not right or
 * is older than five minutes, INVALID, INVOICE_NOT_PAYABLE
 */
export async function receivePayment({ token, headers, body }: Report): Promise<{ counted: boolean }> {
  const organizationId = readWebhookToken(token);
  const organization = organizationId && (await organizationById(organizationId));
  if (!organization) throw new AppError("NOT_FOUND");
  const ctx = contextOf({ organization, actor: { type: "system", id: "pult" } });
  const secret = await inOrganization(ctx, (tx) => webhookSecretOf(tx, ctx));
  const eventId = headers.get("webhook-id") ?? "";
  const payload = verified(secret, headers, body);
  const { data } = PaymentReport.parse(payload);
  return inOrganization(ctx, async (tx) => {
    const before = await lockInvoice(tx, ctx, await idOf(tx, ctx, data.invoice));
    if (data.currency !== before.currency) throw new AppError("INVALID", {}, { field: "currency" });
    if (!isPayable(before)) throw new AppError("INVOICE_NOT_PAYABLE");
    const after = await takePayment(tx, ctx, before, {
      amountMinor: data.amountMinor,
      paidAt: data.paidAt ? new Date(data.paidAt) : ctx.now(),
      note: data.note ?? null,
      method: "webhook",
      externalId: eventId,
    });
    return { counted: after !== null };
  });
}

// What was paid is paid, more than once too: money that came is never turned away.
function isPayable({ status }: Invoice): boolean {
  return status === "sent" || status === "overdue" || status === "paid";
}

function verified(secret: string | null, headers: Headers, body: string): unknown {
  if (!secret) throw new AppError("UNAUTHENTICATED");
  try {
    return new Webhook(secret).verify(body, Object.fromEntries(headers));
  } catch (error) {
    if (error instanceof WebhookVerificationError) throw new AppError("UNAUTHENTICATED");
    if (error instanceof SyntaxError) throw new AppError("INVALID");
    throw error;
  }
}

async function idOf(tx: Transaction, ctx: Context, named: string): Promise<string> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(named);
  const [found] = await tx
    .select({ id: invoice.id })
    .from(invoice)
    .where(
      and(
        eq(invoice.organizationId, ctx.organizationId),
        isNull(invoice.deletedAt),
        or(eq(invoice.number, named), isId ? sql`${invoice.id} = ${named}::uuid` : undefined),
      ),
    )
    .limit(1);
  if (!found) throw new AppError("NOT_FOUND");
  return found.id;
}
