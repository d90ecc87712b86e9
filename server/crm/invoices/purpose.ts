import { and, eq, isNull, ne } from "drizzle-orm";
import { invoice } from "@/db/schema/crm-invoices";
import { AppError, type Context, type Transaction } from "@/server/platform";
import type { Invoice } from "./contract";

/** A deal has one living invoice for a purpose. @throws INVOICE_REPLACED when another took its place meanwhile */
export async function assertFreePurpose(
  tx: Transaction,
  ctx: Context,
  { id, dealId, purpose }: Invoice,
): Promise<void> {
  if (!dealId || !purpose) return;
  const taken = await tx.$count(
    invoice,
    and(
      eq(invoice.organizationId, ctx.organizationId),
      eq(invoice.dealId, dealId),
      eq(invoice.purpose, purpose),
      ne(invoice.status, "void"),
      ne(invoice.id, id),
      isNull(invoice.deletedAt),
    ),
  );
  if (taken > 0) throw new AppError("INVOICE_REPLACED");
}
