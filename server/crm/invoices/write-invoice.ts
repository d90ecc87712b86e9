import { and, eq } from "drizzle-orm";
import { invoice } from "@/db/schema/crm-invoices";
import { lockRecord } from "@/server/crm/records";
import { type Context, type EventType, invariant, recordEvent, type Transaction } from "@/server/platform";
import type { Invoice, InvoiceStatus } from "./contract";
import type { Told } from "./events";
import { invoiceShape, invoiceType } from "./invoice-type";
import { told } from "./told";

type Values = Omit<Partial<typeof invoice.$inferInsert>, "status" | "statusSince">;

/** Reads and locks a live invoice. @throws NOT_FOUND */
export function lockInvoice(tx: Transaction, ctx: Context, invoiceId: string): Promise<Invoice> {
  return lockRecord(tx, ctx, invoiceType, invoiceId);
}

/** Writes into a locked invoice; its version goes up by one. The status is `enterStatus`'s business. */
export function writeInvoice(
  tx: Transaction,
  ctx: Context,
  before: Invoice,
  values: Values,
): Promise<Invoice> {
  return write(tx, ctx, before, values);
}

/** A status with what is written along with it, and the event that tells of it. */
export type Entrance<More extends object = object> = {
  status: InvoiceStatus;
  values: Values;
  event: EventType<Told & More>;
  more: More;
};

/** Brings a locked invoice into a status. The only way into one, so that whoever waits there always hears of it. */
export async function enterStatus<More extends object>(
  tx: Transaction,
  ctx: Context,
  before: Invoice,
  { status, values, event, more }: Entrance<More>,
): Promise<Invoice> {
  const after = await write(tx, ctx, before, { ...values, status, statusSince: ctx.now() });
  const data = { ...told(after), ...more };
  await recordEvent(tx, ctx, event, { recordId: after.id, version: after.version, data });
  return after;
}

async function write(
  tx: Transaction,
  ctx: Context,
  before: Invoice,
  values: Partial<typeof invoice.$inferInsert>,
): Promise<Invoice> {
  const [written] = await tx
    .update(invoice)
    .set({ ...values, version: before.version + 1, updatedAt: ctx.now() })
    .where(and(eq(invoice.organizationId, ctx.organizationId), eq(invoice.id, before.id)))
    .returning(invoiceShape);
  invariant(written, "a locked invoice can be written");
  return written;
}
