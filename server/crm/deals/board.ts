import { type SQL, sql } from "drizzle-orm";
import { deal } from "@/db/schema/crm";
import { authorize, type Context, inOrganization, type Transaction } from "@/server/platform";
import type { BoardColumn, BoardQuery, ColumnQuery, DealCard, StageTotal } from "./contract";
import { selectCards, visibleDeals } from "./queries";

const pageSize = 50;

/** The first page of every stage with exact counts and sums: one statement for cards, one for totals. */
export async function board(ctx: Context, query: BoardQuery): Promise<BoardColumn[]> {
  authorize(ctx, "deal.view");
  return inOrganization(ctx, async (tx) => {
    const visible = await visibleDeals(ctx, tx, query);
    const totals = await stageTotals(tx, sql`${visible} and ${deal.pipelineId} = ${query.pipelineId}`);
    const cards = await firstPages(
      tx,
      query.pipelineId,
      visible,
      totals.map((total) => total.stageId),
    );
    return totals.map((total) => ({
      ...total,
      cards: cards.get(total.stageId) ?? [],
      hasMore: total.count > pageSize,
    }));
  });
}

/** The next cards of one column, after the cursor in board order. */
export async function column(
  ctx: Context,
  query: ColumnQuery,
): Promise<{ cards: DealCard[]; hasMore: boolean }> {
  authorize(ctx, "deal.view");
  return inOrganization(ctx, async (tx) => {
    const parts = [
      await visibleDeals(ctx, tx, query),
      sql`${deal.pipelineId} = ${query.pipelineId}`,
      sql`${deal.stageId} = ${query.stageId}`,
    ];
    if (query.cursor) {
      parts.push(
        sql`(${deal.position}, ${deal.id}) > (${query.cursor.position} collate "C", ${query.cursor.id}::uuid)`,
      );
    }
    const rows = await selectCards(tx)
      .where(sql.join(parts, sql` and `))
      .orderBy(deal.position, deal.id)
      .limit(pageSize + 1);
    return { cards: rows.slice(0, pageSize), hasMore: rows.length > pageSize };
  });
}

async function stageTotals(tx: Transaction, condition: SQL): Promise<StageTotal[]> {
  const rows = await tx
    .select({
      stageId: deal.stageId,
      currency: deal.currency,
      count: sql<number>`count(*)::int`,
      amountMinor: sql<number>`sum(${deal.amountMinor})::float8`,
    })
    .from(deal)
    .where(condition)
    .groupBy(deal.stageId, deal.currency)
    .orderBy(deal.currency);
  const totals = new Map<string, StageTotal>();
  for (const { stageId, currency, count, amountMinor } of rows) {
    const total = totals.get(stageId) ?? { stageId, count: 0, sums: [] };
    total.count += count;
    total.sums.push({ currency, amountMinor });
    totals.set(stageId, total);
  }
  return [...totals.values()];
}

// `lateral … limit` reads the board's index once a stage; a window function would read every deal.
async function firstPages(
  tx: Transaction,
  pipelineId: string,
  visible: SQL,
  stageIds: string[],
): Promise<Map<string, DealCard[]>> {
  const pages = new Map<string, DealCard[]>();
  if (stageIds.length === 0) return pages;
  const wanted = sql.join(
    stageIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await selectCards(tx)
    .where(
      sql`${deal.organizationId} = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ${deal.id} in (
        select page.id from unnest(array[${wanted}]) as wanted (stage_id)
        cross join lateral (
          select ${deal.id} from ${deal}
          where ${visible} and ${deal.pipelineId} = ${pipelineId} and ${deal.stageId} = wanted.stage_id
          order by ${deal.position}, ${deal.id} limit ${pageSize}
        ) page)`,
    )
    .orderBy(deal.stageId, deal.position, deal.id);
  for (const row of rows) pages.set(row.stageId, [...(pages.get(row.stageId) ?? []), row]);
  return pages;
}
