import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { authorize, type Context, inOrganization } from "@/server/platform";
import { type CardSource, visibleCards } from "./cards";
import type { BoardCard, ListQuery } from "./contract";
import type { StagedRow } from "./staged-type";

/** A page of the cards the actor may see, sorted by a column; `nextCursor` is null at the end. */
export async function listCards<Card extends BoardCard, Row extends StagedRow>(
  ctx: Context,
  source: CardSource<Card, Row>,
  sortedBy: PgColumn,
  query: ListQuery,
): Promise<{ cards: Card[]; nextCursor: number | null }> {
  const { entity, table } = source.type;
  authorize(ctx, `${entity}.view`);
  return inOrganization(ctx, async (tx) => {
    const parts = [await visibleCards(ctx, tx, source.type, query)];
    if (query.pipelineId) parts.push(sql`${table.pipelineId} = ${query.pipelineId}`);
    if (query.outcome) parts.push(sql`${table.outcome} = ${query.outcome}`);
    if (query.stageIds?.length) {
      const stages = sql.join(
        query.stageIds.map((id) => sql`${id}`),
        sql`, `,
      );
      parts.push(sql`${table.stageId} in (${stages})`);
    }
    const way = query.direction === "asc" ? sql`asc` : sql`desc`;
    const orderBy: SQL[] = [sql`${sortedBy} ${way}`, sql`${table.id} ${way}`];
    // The page is found first, names are joined to its rows alone: a sort no index answers carries ids only.
    const most = sql.raw(String(query.limit + 1));
    const page = sql`select ${table.id} from ${table} where ${sql.join(parts, sql` and `)}
      order by ${sql.join(orderBy, sql`, `)} offset ${query.cursor} limit ${most}`;
    const rows = await source.read(tx, {
      where: sql`${table.organizationId} = ${ctx.organizationId} and ${table.id} in (${page})`,
      orderBy,
    });
    const cards = rows.slice(0, query.limit);
    return { cards, nextCursor: rows.length > query.limit ? query.cursor + query.limit : null };
  });
}
