import { type SQL, sql } from "drizzle-orm";
import { authorize, type Context, inOrganization, type Transaction } from "@/server/platform";
import { type CardSource, visibleCards } from "./cards";
import type { BoardCard, BoardColumn, BoardQuery, ColumnQuery } from "./contract";
import { stageTotals } from "./stage-totals";
import type { StagedRow } from "./staged-type";

const pageSize = 50;

/** The first page of every stage with exact counts and sums: one statement for cards, one for totals. */
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
    const totals = await stageTotals(tx, ctx, source.type, { ...query, here });
    const cards = await firstPages(
      tx,
      source,
      here,
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

// `lateral … limit` reads the board's index once a stage; a window function would read every record.
async function firstPages<Card extends BoardCard, Row extends StagedRow>(
  tx: Transaction,
  source: CardSource<Card, Row>,
  here: SQL,
  stageIds: string[],
): Promise<Map<string, Card[]>> {
  const pages = new Map<string, Card[]>();
  if (stageIds.length === 0) return pages;
  const { table } = source.type;
  const wanted = sql.join(
    stageIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await source.read(tx, {
    where: sql`${table.organizationId} = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ${table.id} in (
        select page.id from unnest(array[${wanted}]) as wanted (stage_id)
        cross join lateral (
          select ${table.id} from ${table}
          where ${here} and ${table.stageId} = wanted.stage_id
          order by ${table.position}, ${table.id} limit ${pageSize}
        ) page)`,
    orderBy: [sql`${table.stageId}`, sql`${table.position}`, sql`${table.id}`],
  });
  for (const row of rows) pages.set(row.stageId, [...(pages.get(row.stageId) ?? []), row]);
  return pages;
}
