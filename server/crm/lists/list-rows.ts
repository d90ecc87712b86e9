import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { list } from "@/db/schema/crm-lists";
import { AppError, type Context, type Transaction } from "@/server/platform";
import type { List } from "./contract";

export const listShape = {
  id: list.id,
  name: list.name,
  itemName: list.itemName,
  icon: list.icon,
  archivedAt: list.archivedAt,
};

/** The organization's lists in order: live ones, or those in the archive. */
export async function listRows(
  tx: Transaction,
  ctx: Context,
  { archived }: { archived: boolean },
): Promise<(List & { position: string })[]> {
  const rows = await tx
    .select({ ...listShape, position: list.position })
    .from(list)
    .where(
      and(
        eq(list.organizationId, ctx.organizationId),
        archived ? isNotNull(list.archivedAt) : isNull(list.archivedAt),
      ),
    )
    .orderBy(asc(list.position), asc(list.id));
  return rows;
}

/** Lists are made and moved one after another: each takes its place alone. */
export async function lockLists(tx: Transaction, ctx: Context): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`lists:${ctx.organizationId}`}, 0))`);
}

/** A list, locked against changes until the transaction ends. @throws NOT_FOUND */
export async function lockList(tx: Transaction, ctx: Context, listId: string): Promise<List> {
  const [found] = await tx
    .select(listShape)
    .from(list)
    .where(and(eq(list.organizationId, ctx.organizationId), eq(list.id, listId)))
    .for("update");
  if (!found) throw new AppError("NOT_FOUND");
  return found;
}

/** Writes into a locked list. */
export async function setList(
  tx: Transaction,
  ctx: Context,
  listId: string,
  values: Partial<typeof list.$inferInsert>,
): Promise<List> {
  const [written] = await tx
    .update(list)
    .set({ ...values, updatedAt: ctx.now() })
    .where(and(eq(list.organizationId, ctx.organizationId), eq(list.id, listId)))
    .returning(listShape);
  if (!written) throw new AppError("NOT_FOUND");
  return written;
}
