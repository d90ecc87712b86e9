import { and, asc, eq, inArray } from "drizzle-orm";
import { lineItem } from "@/db/schema/crm-line-items";
import { type Context, inOrganization, type Transaction } from "@/server/platform";
import type { LineContent, LineItem } from "./contract";
import { hostOf } from "./hosts";
import { type Totals, totalsOf } from "./rules";

/** The columns that make a `LineItem`. */
export const lineShape = {
  id: lineItem.id,
  productId: lineItem.productId,
  name: lineItem.name,
  unit: lineItem.unit,
  quantity: lineItem.quantity,
  priceMinor: lineItem.priceMinor,
  discountKind: lineItem.discountKind,
  discount: lineItem.discount,
  taxRate: lineItem.taxRate,
  taxIncluded: lineItem.taxIncluded,
};

export type RecordLines = { lines: LineItem[]; totals: Totals; currency: string; editable: boolean };

/** A record's lines in order, with what they come to. @throws NOT_FOUND */
export function listLines(ctx: Context, { recordId }: { recordId: string }): Promise<RecordLines> {
  return inOrganization(ctx, async (tx) => {
    const host = await hostOf(tx, ctx, recordId);
    const standing = await host.read(tx, ctx, recordId);
    const lines = await linesOf(tx, ctx, recordId);
    return { lines, totals: totalsOf(lines), ...standing };
  });
}

/** The same for whoever has asked already whether the actor may see the record. */
export function linesOf(tx: Transaction, ctx: Context, recordId: string): Promise<LineItem[]> {
  return tx
    .select(lineShape)
    .from(lineItem)
    .where(and(eq(lineItem.organizationId, ctx.organizationId), eq(lineItem.recordId, recordId)))
    .orderBy(asc(lineItem.position), asc(lineItem.id));
}

/** What lines say without being those lines, so that they can be written elsewhere. */
export async function copiesOf(tx: Transaction, ctx: Context, recordId: string): Promise<LineContent[]> {
  const lines = await linesOf(tx, ctx, recordId);
  return lines.map((line) => {
    const { id: _, ...content } = line;
    return content;
  });
}

/** The lines of many records, in order. The caller has asked whether the actor may see the records. */
export async function linesFor(
  tx: Transaction,
  ctx: Context,
  recordIds: readonly string[],
): Promise<Map<string, LineContent[]>> {
  const lines = new Map<string, LineContent[]>();
  if (recordIds.length === 0) return lines;
  const { id: _, ...content } = lineShape;
  const rows = await tx
    .select({ recordId: lineItem.recordId, ...content })
    .from(lineItem)
    .where(and(eq(lineItem.organizationId, ctx.organizationId), inArray(lineItem.recordId, [...recordIds])))
    .orderBy(asc(lineItem.position), asc(lineItem.id));
  for (const { recordId, ...line } of rows) lines.set(recordId, [...(lines.get(recordId) ?? []), line]);
  return lines;
}

/** Those of the records whose amount comes from lines. */
export async function withLines(
  tx: Transaction,
  ctx: Context,
  recordIds: readonly string[],
): Promise<Set<string>> {
  if (recordIds.length === 0) return new Set();
  const rows = await tx
    .selectDistinct({ id: lineItem.recordId })
    .from(lineItem)
    .where(and(eq(lineItem.organizationId, ctx.organizationId), inArray(lineItem.recordId, [...recordIds])));
  return new Set(rows.map(({ id }) => id));
}

/** Does the record's amount come from lines? */
export async function hasLines(tx: Transaction, ctx: Context, recordId: string): Promise<boolean> {
  return (await withLines(tx, ctx, [recordId])).size > 0;
}
