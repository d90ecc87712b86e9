import type { z } from "zod";
import { countOpenActivities } from "@/server/crm/activities";
import { countOwned } from "@/server/crm/records";
import { recordTypeOf } from "@/server/crm/registry";
import type { MemberId } from "@/server/identity/contract";
import { authorize, type Context, type Entity, inOrganization } from "@/server/platform";
import type { Belongings } from "./contract";

/** How much would need a new owner if the member left; one may ask about oneself. */
export async function belongingsOf(
  ctx: Context,
  { memberId }: z.output<typeof MemberId>,
): Promise<Belongings> {
  if (memberId !== ctx.member?.id) authorize(ctx, "member.edit");
  return inOrganization(ctx, async (tx) => {
    const owned = (entity: Entity) => countOwned(tx, ctx, recordTypeOf(entity), memberId);
    return {
      deal: await owned("deal"),
      lead: await owned("lead"),
      contact: await owned("contact"),
      company: await owned("company"),
      invoice: await owned("invoice"),
      product: await owned("product"),
      list_item: await owned("list_item"),
      activities: await countOpenActivities(tx, ctx, memberId),
    };
  });
}
