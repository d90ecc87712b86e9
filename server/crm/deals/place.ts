import { and, asc, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import { deal } from "@/db/schema/crm";
import type { Context, Transaction } from "@/server/platform";

const longestPosition = 50;

/** A stage with its pipeline: the board's index asks for both. */
type Place = { id: string; pipelineId: string };

/**
 * The position of a card dropped under `afterId` in a stage; null or a card that has gone means the top.
 * `movingId` is left out of account. Positions that grew too long are dealt out anew first.
 */
export async function positionAfter(
  tx: Transaction,
  ctx: Context,
  stage: Place,
  afterId: string | null,
  movingId: string | null,
): Promise<string> {
  const others = and(
    eq(deal.organizationId, ctx.organizationId),
    eq(deal.pipelineId, stage.pipelineId),
    eq(deal.stageId, stage.id),
    isNull(deal.deletedAt),
    movingId ? ne(deal.id, movingId) : undefined,
  );
  const above = afterId ? await anchor(tx, others, afterId) : null;
  const below = await neighbour(tx, others, above);
  if (above && below && above.position === below.position)
    return rebalanced(tx, ctx, stage, afterId, movingId);
  const position = generateKeyBetween(above?.position ?? null, below?.position ?? null);
  return position.length > longestPosition ? rebalanced(tx, ctx, stage, afterId, movingId) : position;
}

type Anchor = { id: string; position: string };

async function anchor(tx: Transaction, others: SQL | undefined, id: string): Promise<Anchor | null> {
  const [row] = await tx
    .select({ id: deal.id, position: deal.position })
    .from(deal)
    .where(and(others, eq(deal.id, id)));
  return row ?? null;
}

async function neighbour(
  tx: Transaction,
  others: SQL | undefined,
  above: Anchor | null,
): Promise<Anchor | null> {
  const below = above
    ? sql`(${deal.position}, ${deal.id}) > (${above.position} collate "C", ${above.id}::uuid)`
    : undefined;
  const [row] = await tx
    .select({ id: deal.id, position: deal.position })
    .from(deal)
    .where(and(others, below))
    .orderBy(asc(deal.position), asc(deal.id))
    .limit(1);
  return row ?? null;
}

async function rebalanced(
  tx: Transaction,
  ctx: Context,
  stage: Place,
  afterId: string | null,
  movingId: string | null,
): Promise<string> {
  const cards = await tx
    .select({ id: deal.id })
    .from(deal)
    .where(
      and(
        eq(deal.organizationId, ctx.organizationId),
        eq(deal.pipelineId, stage.pipelineId),
        eq(deal.stageId, stage.id),
      ),
    )
    .orderBy(asc(deal.position), asc(deal.id))
    .for("update");
  const keys = generateNKeysBetween(null, null, cards.length);
  const values = cards.map(({ id }, i) => sql`(${id}::uuid, ${keys[i]})`);
  await tx.execute(
    sql`update ${deal} set position = dealt.position from (values ${sql.join(values, sql`, `)}) as dealt (id, position)
      where ${deal.organizationId} = ${ctx.organizationId} and ${deal.id} = dealt.id`,
  );
  return positionAfter(tx, ctx, stage, afterId, movingId);
}
