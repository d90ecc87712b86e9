import type { z } from "zod";
import { authorize, type Context, inOrganization } from "@/server/platform";
import type { ListViews, SavedView } from "./contract";
import { memberOf, seenViews } from "./queries";

/** The member's own views of a list and the shared ones, in order. */
export async function listViews(ctx: Context, { entity }: z.output<typeof ListViews>): Promise<SavedView[]> {
  authorize(ctx, `${entity}.view`);
  const rows = await inOrganization(ctx, (tx) => seenViews(tx, ctx, entity));
  return rows.map(({ ownerId, position, defaultId, ...view }) => ({
    ...view,
    mine: ownerId === memberOf(ctx),
    isDefault: defaultId !== null,
  }));
}
