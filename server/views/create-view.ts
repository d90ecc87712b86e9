import { generateKeyBetween } from "fractional-indexing";
import { savedView } from "@/db/schema/views";
import { assertList } from "@/server/fields";
import { AppError, authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import { checkView } from "./check-view";
import { CreateView, type SavedView } from "./contract";
import { viewCreated } from "./events";
import { memberOf, seenViews } from "./queries";

const mostViews = 100;

/** Saves a way to look at a list, behind the others. @throws FORBIDDEN to share, FILTER_INVALID, INVALID, TOO_MANY_VIEWS */
export async function createView(ctx: Context, input: CreateView): Promise<SavedView> {
  const view = CreateView.parse(input);
  authorize(ctx, `${view.entity}.view`);
  if (view.shared) authorize(ctx, "view.share");
  return inOrganization(ctx, async (tx) => {
    await assertList(tx, ctx, view);
    await checkView(tx, ctx, view.entity, view);
    const others = await seenViews(tx, ctx, view);
    if (others.length >= mostViews) throw new AppError("TOO_MANY_VIEWS", { count: mostViews });
    const id = ctx.newId();
    await tx.insert(savedView).values({
      ...view,
      ...{ id, organizationId: ctx.organizationId, ownerId: memberOf(ctx) },
      position: generateKeyBetween(others.at(-1)?.position ?? null, null),
      createdAt: ctx.now(),
      updatedAt: ctx.now(),
    });
    await recordEvent(tx, ctx, viewCreated, {
      recordId: id,
      data: { entity: view.entity, name: view.name, shared: view.shared },
    });
    return { id, ...view, listId: view.listId ?? null, mine: true, isDefault: false };
  });
}
