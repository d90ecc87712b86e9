import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { defaultView } from "@/db/schema/views";
import { AppError, announceChange, authorize, type Context, inOrganization } from "@/server/platform";
import type { SetDefaultView } from "./contract";
import { memberOf, seenViews } from "./queries";

/** Chooses the view a member's list opens with; a matter of their own, so no event tells of it. @throws NOT_FOUND */
export async function setDefaultView(
  ctx: Context,
  { entity, listId, viewId }: z.output<typeof SetDefaultView>,
): Promise<void> {
  authorize(ctx, `${entity}.view`);
  const id = memberOf(ctx);
  await inOrganization(ctx, async (tx) => {
    const { organizationId } = ctx;
    const seen = await seenViews(tx, ctx, { entity, listId });
    if (viewId !== null && !seen.some((view) => view.id === viewId)) throw new AppError("NOT_FOUND");
    const before = seen.flatMap(({ defaultId }) => defaultId ?? []);
    await tx
      .delete(defaultView)
      .where(
        and(
          eq(defaultView.organizationId, organizationId),
          eq(defaultView.id, id),
          inArray(defaultView.viewId, before),
        ),
      );
    if (viewId !== null) {
      await tx
        .insert(defaultView)
        .values({ organizationId, id, entity, viewId })
        .onConflictDoUpdate({
          target: [defaultView.organizationId, defaultView.id, defaultView.viewId],
          set: { entity },
        });
    }
    await announceChange(tx, ctx, { entity: "view", id });
  });
}
