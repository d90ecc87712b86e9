import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
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
    const parts = [await visibleDeals(ctx, tx, query)];
    if (query.pipelineId) parts.push(sql`${deal.pipelineId} = ${query.pipelineId}`);
    if (query.outcome) parts.push(sql`${deal.outcome} = ${query.outcome}`);
    if (query.stageIds?.length) {
      const stages = sql.join(
        query.stageIds.map((id) => sql`${id}`),
        sql`, `,
      );
      parts.push(sql`${deal.stageId} in (${stages})`);
    }
    const direction = query.direction === "asc" ? asc : desc;
    const order = [direction(sortColumns[query.sort]), direction(deal.id)];
    // The page is found first, names are joined to its rows alone: a sort no index answers carries ids only.
    const page = tx
      .select({ id: deal.id })
      .from(deal)
      .where(sql.join(parts, sql` and `))
      .orderBy(...order)
      .offset(query.cursor)
      .limit(query.limit + 1);
    const rows = await selectCards(tx)
      .where(and(eq(deal.organizationId, ctx.organizationId), inArray(deal.id, page)))
      .orderBy(...order);
    const deals = rows.slice(0, query.limit);
    return { deals, nextCursor: rows.length > query.limit ? query.cursor + query.limit : null };
  });
}
