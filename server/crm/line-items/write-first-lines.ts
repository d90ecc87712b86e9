import { and, eq, inArray } from "drizzle-orm";
import { lineItem } from "@/db/schema/crm-line-items";
import { type Context, insertAll, type Transaction } from "@/server/platform";
import type { LineContent } from "./contract";

/** Writes lines onto a record that has none, as lines of its own; the caller writes what they come to. */
export async function writeFirstLines(
  tx: Transaction,
  ctx: Context,
  recordId: string,
  lines: readonly LineContent[],
): Promise<void> {
  if (lines.length === 0) return;
  const stamps = { createdAt: ctx.now(), updatedAt: ctx.now() };
  const rows = lines.map((line, position) => ({
    ...{ ...line, ...stamps, recordId, position },
    organizationId: ctx.organizationId,
    id: ctx.newId(),
  }));
  await tx.insert(lineItem).values(rows);
}

/** Writes lines in place of those a record has; the caller writes what they come to. */
export async function replaceLines(
  tx: Transaction,
  ctx: Context,
  recordId: string,
  lines: readonly LineContent[],
): Promise<void> {
  await tx
    .delete(lineItem)
    .where(and(eq(lineItem.organizationId, ctx.organizationId), eq(lineItem.recordId, recordId)));
  await writeFirstLines(tx, ctx, recordId, lines);
}

/** The same for many records at once, by their ids. */
export async function replaceAllLines(
  tx: Transaction,
  ctx: Context,
  lines: ReadonlyMap<string, readonly LineContent[]>,
): Promise<void> {
  if (lines.size === 0) return;
  const theirs = inArray(lineItem.recordId, [...lines.keys()]);
  await tx.delete(lineItem).where(and(eq(lineItem.organizationId, ctx.organizationId), theirs));
  const now = ctx.now();
  const rows = [...lines].flatMap(([recordId, all]) =>
    all.map((line, position) => ({
      ...{ organizationId: ctx.organizationId, id: ctx.newId(), recordId },
      ...line,
      ...{ position, createdAt: now, updatedAt: now },
    })),
  );
  await insertAll(tx, lineItem, rows);
}
