import { deal } from "@/db/schema/crm";
import { listCards } from "@/server/crm/staged";
import type { Context } from "@/server/platform";
import type { DealCard, ListDeals, listSorts } from "./contract";
import { dealCards } from "./queries";

type Sort = (typeof listSorts)[number];

const sortColumns = {
  createdAt: deal.createdAt,
  updatedAt: deal.updatedAt,
  title: deal.titleLower,
  amountMinor: deal.amountMinor,
  closesAt: deal.closesAt,
} satisfies Record<Sort, unknown>;

/** A page of the deals the actor may see; `nextCursor` is null at the end. */
export async function listDeals(
  ctx: Context,
  { sort, ...query }: ListDeals,
): Promise<{ deals: DealCard[]; nextCursor: number | null }> {
  const { cards, nextCursor } = await listCards(ctx, dealCards, sortColumns[sort], query);
  return { deals: cards, nextCursor };
}
