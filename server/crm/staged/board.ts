import { type SQL, sql } from "drizzle-orm";
import { authorize, type Context, inOrganization, type Transaction } from "@/server/platform";
import { type CardSource, visibleCards } from "./cards";
import type { BoardCard, BoardColumn, BoardQuery, ColumnQuery, StageTotal } from "./contract";
import { stageSums, totalsOf } from "./stage-totals";
import type { StagedRow } from "./staged-type";

const pageSize = 50;

/** The first page of every stage with exact counts and sums, in one statement. */
export async function board<Card extends BoardCard, Row extends StagedRow>(
  ctx: Context,
  source: CardSource<Card, Row>,
  query: BoardQuery,
): Promise<BoardColumn<Card>[]> {
  const { entity, table } = source.type;
  authorize(ctx, `${entity}.view`);
  return inOrganization(ctx, async (tx) => {
    const visible = await visibleCards(ctx, tx, source.type, query);
    const here = sql`${visible} and ${table.pipelineId} = ${query.pipelineId}`;
    const { pages, totals } = await firstPages(tx, ctx, source, { ...query, here });
    return totals.map((total) => ({
      ...total,
      cards: pages.get(total.stageId) ?? [],
      hasMore: total.count > pageSize,
    }));
  });
}

/** The next cards of one column, after the cursor in board order. */
export async function column<Card extends BoardCard, Row extends StagedRow>(
  ctx: Context,
  source: CardSource<Card, Row>,
  query: ColumnQuery,
): Promise<{ cards: Card[]; hasMore: boolean }> {
  const { entity, table } = source.type;
  authorize(ctx, `${entity}.view`);
  return inOrganization(ctx, async (tx) => {
    const parts = [
      await visibleCards(ctx, tx, source.type, query),
      sql`${table.pipelineId} = ${query.pipelineId}`,
      sql`${table.stageId} = ${query.stageId}`,
    ];
    if (query.cursor) {
      parts.push(
        sql`(${table.position}, ${table.id}) > (${query.cursor.position} collate "C", ${query.cursor.id}::uuid)`,
      );
    }
    const rows = await source.read(tx, {
      where: sql.join(parts, sql` and `),
      orderBy: [sql`${table.position}`, sql`${table.id}`],
      limit: pageSize + 1,
    });
    return { cards: rows.slice(0, pageSize), hasMore: rows.length > pageSize };
  });
}

// `lateral … limit` reads the board's index once a stage; a window function would read every record. The totals come
// with whichever row is the first to be read: where anything is counted, there is a card.
async function firstPages<Card extends BoardCard, Row extends StagedRow>(
  tx: Transaction,
  ctx: Context,
  source: CardSource<Card, Row>,
  { here, ...query }: BoardQuery & { here: SQL },
): Promise<{ pages: Map<string, Card[]>; totals: StageTotal[] }> {
  const { table } = source.type;
  const sums = stageSums(ctx, source.type, { ...query, here });
  const rows = await source.read(tx, {
    from: sql`select page.* from stage
        cross join lateral (
          select * from ${table}
          where ${here} and ${table.stageId} = stage.id
          order by ${table.position}, ${table.id} limit ${sql.raw(String(pageSize))}
        ) page
        where stage.organization_id = ${ctx.organizationId} and stage.pipeline_id = ${query.pipelineId}`,
    orderBy: [sql`${table.stageId}`, sql`${table.position}`, sql`${table.id}`],
    beside: sql`case when row_number() over () = 1 then (select jsonb_agg(sum) from (${sums}) as sum) end`,
  });
  const pages = new Map<string, Card[]>();
  let totals: StageTotal[] = [];
  for (const { beside, ...card } of rows) {
    if (beside) totals = totalsOf(beside);
    // The rest of a row beside which something was read is the card.
    const page = pages.get(card.stageId);
    if (page) page.push(card as unknown as Card);
    else pages.set(card.stageId, [card as unknown as Card]);
  }
  return { pages, totals };
}
