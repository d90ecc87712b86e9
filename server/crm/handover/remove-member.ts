import { handOverActivities } from "@/server/crm/activities";
import { handOver } from "@/server/crm/records";
import { recordTypes } from "@/server/crm/registry";
import * as identity from "@/server/identity";
import { AppError, type Context, inOrganization, joining } from "@/server/platform";
import type { RemoveMember } from "./contract";

/**
 * Ends a membership at once, and gives what the member answered for to a colleague when one is named.
 * @throws LAST_OWNER, MEMBER_NOT_FOUND, FORBIDDEN, INVALID when the colleague is not here or is the member
 */
export async function removeMember(ctx: Context, { memberId, newOwnerId }: RemoveMember): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const joined = joining(ctx, tx);
    await identity.removeMember(joined, { memberId });
    if (!newOwnerId) return;
    if (newOwnerId === memberId) throw new AppError("INVALID", {}, { field: "newOwnerId" });
    await identity.assertMember(tx, ctx, newOwnerId);
    const between = { from: memberId, to: newOwnerId };
    for (const type of recordTypes) await handOver(tx, ctx, type, between);
    await handOverActivities(tx, ctx, between);
  });
}
