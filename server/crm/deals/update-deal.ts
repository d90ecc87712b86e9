import { and, eq } from "drizzle-orm";
import { deal } from "@/db/schema/crm";
import { authorize, type Context, inOrganization, invariant, recordEvent } from "@/server/platform";
import type { Deal, UpdateDeal } from "./contract";
import { dealUpdated } from "./events";
import { dealShape, lockDeal } from "./queries";
import { assertReferences } from "./references";
import { assertVersion, difference } from "./rules";

/** Changes fields of a deal; nothing is written or recorded when nothing differs. @throws VERSION_CONFLICT, INVALID */
export async function updateDeal(ctx: Context, input: UpdateDeal): Promise<Deal> {
  return inOrganization(ctx, async (tx) => {
    const before = await lockDeal(tx, ctx, input.dealId);
    authorize(ctx, "deal.edit", before);
    assertVersion(before, input.version);
    const changes = difference(before, input.changes);
    if (!changes) return before;
    await assertReferences(tx, ctx, input.changes);
    const { title } = input.changes;
    const [after] = await tx
      .update(deal)
      .set({
        ...input.changes,
        ...(title && { titleLower: title.toLowerCase() }),
        version: before.version + 1,
        updatedAt: ctx.now(),
      })
      .where(and(eq(deal.organizationId, ctx.organizationId), eq(deal.id, before.id)))
      .returning(dealShape);
    invariant(after, "a locked row can be updated");
    await recordEvent(tx, ctx, dealUpdated, {
      recordId: after.id,
      version: after.version,
      data: { title: after.title, changes },
    });
    return after;
  });
}
