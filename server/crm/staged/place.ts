import { and, asc, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import type { Context, Transaction } from "@/server/platform";
import type { StagedTable } from "./staged-type";

const longestPosition = 50;

/** A stage of a board: the records' table, and the stage with its pipeline, since the board's index asks for both. */
export type Place = { table: StagedTable; stageId: string; pipelineId: string };

/** Under which card, null or one that has gone for the top; `movingId` is left out of account. */
export type Drop = { afterId: string | null; movingId: string | null };

/** The position of a card dropped on a stage. Positions that grew too long are dealt out anew first. */
export async function positionAfter(
  tx: Transaction,
  ctx: Context,
  place: Place,
  drop: Drop,
): Promise<string> {
  const others = and(
    onPlace(ctx, place),
    isNull(place.table.deletedAt),
    drop.movingId ? ne(place.table.id, drop.movingId) : undefined,
  );
  const above = drop.afterId ? await anchor(tx, place.table, others, drop.afterId) : null;
  const below = await neighbour(tx, place.table, others, above);
  if (above && below && above.position === below.position) return rebalanced(tx, ctx, place, drop);
  const position = generateKeyBetween(above?.position ?? null, below?.position ?? null);
  return position.length > longestPosition ? rebalanced(tx, ctx, place, drop) : position;
}

type Anchor = { id: string; position: string };

async function anchor(
  tx: Transaction,
  table: StagedTable,
  others: SQL | undefined,
  id: string,
): Promise<Anchor | null> {
  const rows = await tx
    .select({ id: table.id, position: table.position })
    .from(table)
    .where(and(others, eq(table.id, id)));
  return anchorIn(rows);
}

async function neighbour(
  tx: Transaction,
  table: StagedTable,
  others: SQL | undefined,
  above: Anchor | null,
): Promise<Anchor | null> {
  const below = above
    ? sql`(${table.position}, ${table.id}) > (${above.position} collate "C", ${above.id}::uuid)`
    : undefined;
  const rows = await tx
    .select({ id: table.id, position: table.position })
    .from(table)
    .where(and(others, below))
    .orderBy(asc(table.position), asc(table.id))
    .limit(1);
  return anchorIn(rows);
}

async function rebalanced(tx: Transaction, ctx: Context, place: Place, drop: Drop): Promise<string> {
  const { table } = place;
  const cards = await tx
    .select({ id: table.id })
    .from(table)
    .where(onPlace(ctx, place))
    .orderBy(asc(table.position), asc(table.id))
    .for("update");
  const keys = generateNKeysBetween(null, null, cards.length);
  const values = cards.map(({ id }, i) => sql`(${id}::uuid, ${keys[i]})`);
  await tx.execute(
    sql`update ${table} set position = dealt.position from (values ${sql.join(values, sql`, `)}) as dealt (id, position)
      where ${table.organizationId} = ${ctx.organizationId} and ${table.id} = dealt.id`,
  );
  return positionAfter(tx, ctx, place, drop);
}

function onPlace(ctx: Context, { table, stageId, pipelineId }: Place): SQL | undefined {
  return and(
    eq(table.organizationId, ctx.organizationId),
    eq(table.pipelineId, pipelineId),
    eq(table.stageId, stageId),
  );
}

// A general column is of no known type: these two are texts in every staged table.
function anchorIn(rows: { id: unknown; position: unknown }[]): Anchor | null {
  const [row] = rows;
  return row ? { id: String(row.id), position: String(row.position) } : null;
}
