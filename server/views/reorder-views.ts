import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { savedView } from "@/db/schema/views";
import { AppError, authorize, type Context, inOrganization, may, recordEvent } from "@/server/platform";
import type { ReorderViews } from "./contract";
import { viewsReordered } from "./events";
import { memberOf, seenViews } from "./queries";

/**
 * Puts the views of a list in another order. Whoever may share moves all, for everybody; others move their own and leave
 * the rest where they are. @throws INVALID at `viewIds` for a view that is not there
 */
export async function reorderViews(
  ctx: Context,
  { entity, listId, viewIds }: z.output<typeof ReorderViews>,
): Promise<void> {
  authorize(ctx, `${entity}.view`);
  const me = memberOf(ctx);
  await inOrganization(ctx, async (tx) => {
    const seen = await seenViews(tx, ctx, { entity, listId });
    if (
      new Set(viewIds).size !== viewIds.length ||
      viewIds.some((id) => !seen.some((one) => one.id === id))
    ) {
      throw new AppError("INVALID", {}, { field: "viewIds" });
    }
    const sharing = ctx.member !== null && may(ctx.member, "view.share");
    const movable = seen.filter((view) => sharing || view.ownerId === me);
    const rank = (id: string) => (viewIds.includes(id) ? viewIds.indexOf(id) : viewIds.length);
    const wanted = movable.toSorted((a, b) => rank(a.id) - rank(b.id));
    for (const [place, view] of wanted.entries()) {
      const position = movable[place]?.position;
      if (!position || position === view.position) continue;
      await tx
        .update(savedView)
        .set({ position })
        .where(and(eq(savedView.organizationId, ctx.organizationId), eq(savedView.id, view.id)));
    }
    await recordEvent(tx, ctx, viewsReordered, { recordId: ctx.organizationId, data: { entity } });
  });
}
