import { sql } from "drizzle-orm";
import { list, listItem } from "@/db/schema/crm-lists";
import {
  type BulkOptions,
  insertRecords,
  type NewRecord,
  type Overwriting,
  overwriteRecords,
} from "@/server/crm/records";
import { fold } from "@/server/filter";
import { assertReference, authorize, type Context, type Transaction } from "@/server/platform";
import type { ListItem } from "./contract";
import { itemCreated } from "./events";
import { itemType } from "./item-type";

/** A record of a list to be written with many others; everything it refers to was looked up. */
export type NewItem = Omit<ListItem, "version" | "updatedAt" | "listId"> & {
  /** The slots in use, the same in every record of a call. */
  slots: Record<string, unknown>;
};

/** Adds many records to a live list, as `createItem` adds one. @throws INVALID at `listId`, FORBIDDEN */
export async function insertItems(
  tx: Transaction,
  ctx: Context,
  { listId, items }: { listId: string; items: readonly NewItem[] },
  options: BulkOptions,
): Promise<void> {
  for (const { ownerId } of items) authorize(ctx, "list_item.create", { ownerId });
  await assertLiveList(tx, ctx, listId);
  const updatedAt = ctx.now();
  const rows = items.map(
    ({ id, slots, ...columns }): NewRecord => ({
      ...{ id, title: columns.title, points: [] },
      columns: {
        ...slots,
        ...columns,
        ...{ listId, titleLower: fold(columns.title), updatedAt, isSample: false, version: 1 },
      },
    }),
  );
  const created = { type: itemCreated, data: ({ title }: NewRecord) => ({ title, listId }) };
  await insertRecords(tx, ctx, itemType, rows, { ...options, created });
}

/** Writes over many records of lists. */
export async function overwriteItems(
  tx: Transaction,
  ctx: Context,
  all: readonly Overwriting[],
  options: BulkOptions,
): Promise<{ id: string; version: number }[]> {
  const whole = all.map((one) => ({
    ...one,
    columns: {
      ...one.columns,
      ...(typeof one.columns.title === "string" && { titleLower: fold(one.columns.title) }),
    },
  }));
  return overwriteRecords(tx, ctx, itemType, whole, options);
}

/** @throws INVALID at `listId` when the list is another organization's, or in the archive */
export function assertLiveList(tx: Transaction, ctx: Context, listId: string | null): Promise<void> {
  return assertReference(tx, ctx, { table: list, field: "listId", goneAt: list.archivedAt }, listId);
}

/** Live records of a list by their titles in lower case; of several with one title the oldest. */
export async function itemsByTitle(
  tx: Transaction,
  ctx: Context,
  listId: string | null,
  titles: readonly string[],
): Promise<Map<string, string>> {
  if (titles.length === 0 || !listId) return new Map();
  const { rows } = await tx.execute<{ title: string; id: string }>(sql`
    select title_lower as title, id from ${listItem} where organization_id = ${ctx.organizationId}
      and list_id = ${listId} and title_lower = any (${sql.param([...new Set(titles)])}::text[])
      and deleted_at is null order by id desc`);
  return new Map(rows.map(({ title, id }) => [title, id]));
}
