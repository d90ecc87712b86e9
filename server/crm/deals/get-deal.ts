import { authorize, type Context, inOrganization } from "@/server/platform";
import type { DealCard } from "./contract";
import { readCard } from "./queries";

/** One deal with the names around it. @throws NOT_FOUND, also when the actor may not see it */
export async function getDeal(ctx: Context, { dealId }: { dealId: string }): Promise<DealCard> {
  const card = await inOrganization(ctx, (tx) => readCard(tx, ctx, dealId));
  authorize(ctx, "deal.view", card);
  return card;
}
