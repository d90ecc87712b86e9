import { asc, desc, sql } from "drizzle-orm";
import { deal } from "@/db/schema/crm";
import { authorize, type Context, inOrganization } from "@/server/platform";
import type { DealCard, ListDeals, listSorts } from "./contract";
import { selectCards, visibleDeals } from "./queries";

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
  query: ListDeals,
): Promise<{ deals: DealCard[]; nextCursor: number | null }> {
  authorize(ctx, "deal.view");
  return inOrganization(ctx, async (tx) => {
    const parts = [visibleDeals(ctx, query)];
    if (query.pipelineId) parts.push(sql`${deal.pipelineId} = ${query.pipelineId}`);
    if (query.outcome) parts.push(sql`${deal.outcome} = ${query.outcome}`);
    if (query.stageIds?.length) {
      const stages = sql.join(
        query.stageIds.map((id) => sql`${id}`),
        sql`, `,
      );
      parts.push(sql`${deal.stageId} in (${stages})`);
    }
    const order = query.direction === "asc" ? asc : desc;
    const rows = await selectCards(tx)
      .where(sql.join(parts, sql` and `))
      .orderBy(order(sortColumns[query.sort]), order(deal.id))
      .offset(query.cursor)
      .limit(query.limit + 1);
    const deals = rows.slice(0, query.limit);
    return { deals, nextCursor: rows.length > query.limit ? query.cursor + query.limit : null };
  });
}
