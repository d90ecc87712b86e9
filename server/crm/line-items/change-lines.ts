import { and, eq, inArray } from "drizzle-orm";
import { lineItem } from "@/db/schema/crm-line-items";
import { AppError, type Context, inOrganization, type Transaction } from "@/server/platform";
import { mostMinor } from "@/server/platform/money";
import type { LineItem } from "./contract";
import { hostOf } from "./hosts";
import { linesOf, type RecordLines } from "./queries";
import { totalsOf } from "./rules";

/** Lines as they shall be, out of those there are. */
export type Edit = (
  lines: LineItem[],
  at: { tx: Transaction; currency: string },
) => LineItem[] | Promise<LineItem[]>;

const mostLines = 300;

/**
 * Changes a record's lines in one transaction: the record is locked, the difference is written, and the record is told
 * what its lines come to. Nothing is written or recorded when nothing differs. @throws NOT_FOUND, AMOUNT_TOO_LARGE
 */
export async function changeLines(ctx: Context, recordId: string, edit: Edit): Promise<RecordLines> {
  return inOrganization(ctx, async (tx) => {
    const host = await hostOf(tx, ctx, recordId);
    const { currency } = await host.lock(tx, ctx, recordId);
    const before = await linesOf(tx, ctx, recordId);
    const after = await edit(before, { tx, currency });
    const totals = totalsOf(after);
    if (after.length > mostLines) throw new AppError("TOO_LARGE");
    if (totals.subtotalMinor > mostMinor || totals.totalMinor > mostMinor)
      throw new AppError("AMOUNT_TOO_LARGE", {}, { field: "priceMinor" });
    if (await write(tx, ctx, recordId, before, after))
      await host.changed(tx, ctx, recordId, { totals, count: after.length });
    return { lines: after, totals, currency, editable: true };
  });
}

/** Writes the difference. @returns whether there was any */
async function write(
  tx: Transaction,
  ctx: Context,
  recordId: string,
  before: readonly LineItem[],
  after: readonly LineItem[],
): Promise<boolean> {
  const gone = before.filter((line) => !after.some(({ id }) => id === line.id)).map(({ id }) => id);
  const changed = after.flatMap((line, position) =>
    isAt(before, line, position) ? [] : [{ line, position }],
  );
  if (gone.length > 0) {
    const mine = eq(lineItem.organizationId, ctx.organizationId);
    await tx.delete(lineItem).where(and(mine, eq(lineItem.recordId, recordId), inArray(lineItem.id, gone)));
  }
  for (const { line, position } of changed) {
    const values = { ...columnsOf(line), position, updatedAt: ctx.now() };
    await tx
      .insert(lineItem)
      .values({ ...values, organizationId: ctx.organizationId, recordId, createdAt: ctx.now() })
      .onConflictDoUpdate({ target: [lineItem.organizationId, lineItem.id], set: values });
  }
  return gone.length > 0 || changed.length > 0;
}

function isAt(lines: readonly LineItem[], line: LineItem, position: number): boolean {
  const there = lines[position];
  return there !== undefined && JSON.stringify(columnsOf(there)) === JSON.stringify(columnsOf(line));
}

function columnsOf(line: LineItem): LineItem {
  const { id, productId, name, unit, quantity, priceMinor, discountKind, discount, taxRate, taxIncluded } =
    line;
  return { id, productId, name, unit, quantity, priceMinor, discountKind, discount, taxRate, taxIncluded };
}
