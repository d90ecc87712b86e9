import { and, asc, eq, isNull, or, type SQL } from "drizzle-orm";
import { defaultView, savedView } from "@/db/schema/views";
import { AppError, authorize, type Context, type Entity, type Transaction } from "@/server/platform";

const shape = {
  id: savedView.id,
  entity: savedView.entity,
  listId: savedView.listId,
  name: savedView.name,
  filter: savedView.filter,
  columns: savedView.columns,
  sort: savedView.sort,
  groupBy: savedView.groupBy,
  layout: savedView.layout,
  shared: savedView.shared,
  ownerId: savedView.ownerId,
  position: savedView.position,
};

export type Shown = { entity: Entity; listId?: string | null | undefined };

/** The views of an entity, or of one of the organization's lists, that the member sees, in order, with the one their list opens with. */
export function seenViews(tx: Transaction, ctx: Context, { entity, listId }: Shown) {
  return tx
    .select({ ...shape, defaultId: defaultView.viewId })
    .from(savedView)
    .leftJoin(
      defaultView,
      and(
        eq(defaultView.organizationId, savedView.organizationId),
        eq(defaultView.viewId, savedView.id),
        eq(defaultView.entity, entity),
        eq(defaultView.id, memberOf(ctx)),
      ),
    )
    .where(
      and(
        eq(savedView.organizationId, ctx.organizationId),
        eq(savedView.entity, entity),
        listId ? eq(savedView.listId, listId) : isNull(savedView.listId),
        seen(ctx),
      ),
    )
    .orderBy(asc(savedView.position), asc(savedView.id));
}

/** Locks a view the member may change: their own, or a shared one with the right to share. @throws NOT_FOUND, FORBIDDEN */
export async function lockView(tx: Transaction, ctx: Context, viewId: string) {
  const [view] = await tx
    .select(shape)
    .from(savedView)
    .where(and(eq(savedView.organizationId, ctx.organizationId), eq(savedView.id, viewId), seen(ctx)))
    .for("update");
  if (!view) throw new AppError("NOT_FOUND");
  if (view.ownerId !== memberOf(ctx)) authorize(ctx, "view.share");
  return view;
}

/** Views are people's: a robot has none. @throws FORBIDDEN */
export function memberOf(ctx: Context): string {
  if (!ctx.member) throw new AppError("FORBIDDEN");
  return ctx.member.id;
}

function seen(ctx: Context): SQL | undefined {
  return or(eq(savedView.shared, true), eq(savedView.ownerId, memberOf(ctx)));
}
