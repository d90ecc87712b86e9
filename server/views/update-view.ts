import { and, eq } from "drizzle-orm";
import { savedView } from "@/db/schema/views";
import { authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import { checkView } from "./check-view";
import { UpdateView } from "./contract";
import { viewUpdated } from "./events";
import { lockView } from "./queries";

/** Renames, shares or saves a view over. @throws NOT_FOUND, FORBIDDEN, FILTER_INVALID, INVALID */
export async function updateView(ctx: Context, input: UpdateView): Promise<void> {
  const { viewId, changes } = UpdateView.parse(input);
  await inOrganization(ctx, async (tx) => {
    const before = await lockView(tx, ctx, viewId);
    const { entity } = before;
    authorize(ctx, `${entity}.view`);
    if (changes.shared !== undefined && changes.shared !== before.shared) authorize(ctx, "view.share");
    await checkView(tx, ctx, entity, changes);
    await tx
      .update(savedView)
      .set({ ...changes, updatedAt: ctx.now() })
      .where(and(eq(savedView.organizationId, ctx.organizationId), eq(savedView.id, viewId)));
    await recordEvent(tx, ctx, viewUpdated, {
      recordId: viewId,
      data: { entity, name: changes.name ?? before.name, changed: Object.keys(changes) },
    });
  });
}
