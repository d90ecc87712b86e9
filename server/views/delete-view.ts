import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { savedView } from "@/db/schema/views";
import { type Context, inOrganization, recordEvent } from "@/server/platform";
import type { ViewId } from "./contract";
import { viewDeleted } from "./events";
import { lockView } from "./queries";

/** Forgets a view; whoever's list opened with it sees everything again. @throws NOT_FOUND, FORBIDDEN */
export async function deleteView(ctx: Context, { viewId }: z.output<typeof ViewId>): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const { entity, name } = await lockView(tx, ctx, viewId);
    await tx
      .delete(savedView)
      .where(and(eq(savedView.organizationId, ctx.organizationId), eq(savedView.id, viewId)));
    await recordEvent(tx, ctx, viewDeleted, { recordId: viewId, data: { entity, name } });
  });
}
