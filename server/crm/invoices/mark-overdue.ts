import { and, eq, isNull, sql } from "drizzle-orm";
import { invoice } from "@/db/schema/crm-invoices";
import { organizationById } from "@/server/identity";
import { asWorker, contextOf, dayIn, inOrganization } from "@/server/platform";
import { invoiceOverdue } from "./events";
import { enterStatus, lockInvoice } from "./write-invoice";

const batch = 500;

/**
 * Marks the invoices whose due day has passed in their organization's time zone. Safe to run at any time and twice: each
 * is looked at again, locked. @returns how many became overdue
 */
export async function markOverdueInvoices(now: Date): Promise<number> {
  let marked = 0;
  for (const { organizationId, id } of await dueBefore(now)) {
    const organization = await organizationById(organizationId);
    if (!organization) continue;
    const ctx = contextOf({ organization, actor: { type: "system", id: "pult" }, now: () => now });
    marked += await inOrganization(ctx, async (tx) => {
      const before = await lockInvoice(tx, ctx, id);
      const late = before.dueAt !== null && dayIn(ctx, before.dueAt) < dayIn(ctx);
      if (before.status !== "sent" || !late) return 0;
      await enterStatus(tx, ctx, before, { status: "overdue", values: {}, event: invoiceOverdue, more: {} });
      return 1;
    });
  }
  return marked;
}

// Noon of the due day has passed everywhere it may have ended; who is late is decided by the organization's own day.
function dueBefore(now: Date) {
  return asWorker((tx) =>
    tx
      .select({ organizationId: invoice.organizationId, id: invoice.id })
      .from(invoice)
      .where(
        and(
          eq(invoice.status, "sent"),
          isNull(invoice.deletedAt),
          sql`${invoice.dueAt} < ${now.toISOString()}::timestamptz - interval '11 hours'`,
        ),
      )
      .orderBy(invoice.dueAt)
      .limit(batch),
  );
}
