import type { z } from "zod";
import { countOpenActivities } from "@/server/crm/activities";
import { countDealsOf } from "@/server/crm/deals";
import { countLeadsOf } from "@/server/crm/leads";
import type { MemberId } from "@/server/identity/contract";
import { authorize, type Context, inOrganization } from "@/server/platform";
import type { Belongings } from "./contract";

/** How much would need a new owner if the member left; one may ask about oneself. */
export async function belongingsOf(
  ctx: Context,
  { memberId }: z.output<typeof MemberId>,
): Promise<Belongings> {
  if (memberId !== ctx.member?.id) authorize(ctx, "member.edit");
  return inOrganization(ctx, async (tx) => ({
    deals: await countDealsOf(tx, ctx, memberId),
    leads: await countLeadsOf(tx, ctx, memberId),
    activities: await countOpenActivities(tx, ctx, memberId),
  }));
}
