import { list } from "@/db/schema/crm-lists";
import { AppError, assertReference, type Context, type Transaction } from "@/server/platform";
import type { InList } from "./in-list";

/**
 * Fields and views of list items are one live list's, and no other entity has lists.
 * @throws INVALID at `listId`
 */
export async function assertList(tx: Transaction, ctx: Context, { entity, listId }: InList): Promise<void> {
  if ((entity === "list_item") !== Boolean(listId)) throw new AppError("INVALID", {}, { field: "listId" });
  await assertReference(tx, ctx, { table: list, field: "listId", goneAt: list.archivedAt }, listId);
}
