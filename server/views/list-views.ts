import type { z } from "zod";
import { authorize, type Context, inOrganization } from "@/server/platform";
import type { ListViews, SavedView } from "./contract";
import { memberOf, seenViews } from "./queries";

/** The member's own views of a list and the shared ones, in order. */
export async function listViews(ctx: Context, shown: z.output<typeof ListViews>): Promise<SavedView[]> {
  authorize(ctx, `${shown.entity}.view`);
  const rows = await inOrganization(ctx, (tx) => seenViews(tx, ctx, shown));
  return rows.map((row) => ({
    id: row.id,
    entity: row.entity,
    listId: row.listId,
    name: row.name,
    filter: row.filter,
    columns: row.columns,
    sort: row.sort,
    groupBy: row.groupBy,
    layout: row.layout,
    shared: row.shared,
    mine: row.ownerId === memberOf(ctx),
    isDefault: row.defaultId !== null,
  }));
}
