import { sql } from "drizzle-orm";
import type { z } from "zod";
import { listItem } from "@/db/schema/crm-lists";
import { visibleRecords } from "@/server/crm/records";
import { authorize, type Context, inOrganization } from "@/server/platform";
import type { AllLists, CountedList } from "./contract";
import { itemType } from "./item-type";
import { listRows } from "./list-rows";

/** The organization's lists in order, each with how many of its records the actor may see. */
export async function allLists(
  ctx: Context,
  { archived }: z.output<typeof AllLists>,
): Promise<CountedList[]> {
  authorize(ctx, "list_item.view");
  return inOrganization(ctx, async (tx) => {
    const lists = await listRows(tx, ctx, { archived });
    const counts = await tx
      .select({ listId: listItem.listId, count: sql<number>`count(*)::int` })
      .from(listItem)
      .where(await visibleRecords(ctx, tx, itemType, {}))
      .groupBy(listItem.listId);
    const countOf = new Map(counts.map(({ listId, count }) => [listId, count]));
    return lists.map((one) => ({ ...one, count: countOf.get(one.id) ?? 0 }));
  });
}
