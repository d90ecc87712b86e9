import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { type Context, recordEvent, type Transaction } from "@/server/platform";
import type { StagedRow, StagedType } from "./staged-type";

/** How many records of a kind a member owns, closed ones among them. */
export function countOwned<Row extends StagedRow>(
  tx: Transaction,
  ctx: Context,
  type: StagedType<Row>,
  ownerId: string,
): Promise<number> {
  return tx.$count(type.table, ownedBy(ctx, type, ownerId));
}

type Between = { from: string; to: string };

/** Gives every record of a member to another; the caller has asked whether that may be. */
export async function handOver<Row extends StagedRow>(
  tx: Transaction,
  ctx: Context,
  type: StagedType<Row>,
  { from, to }: Between,
): Promise<void> {
  const { table, shape } = type;
  const values: Record<string, unknown> = {
    ownerId: to,
    version: sql`${table.version} + 1`,
    updatedAt: ctx.now(),
  };
  const rows: unknown = await tx
    .update(table)
    .set(values)
    .where(ownedBy(ctx, type, from))
    .returning(shape);
  // The shape names the columns of Row, which a general table cannot tell the compiler.
  const handed = Array.isArray(rows) ? (rows as Row[]) : [];
  const changes = { ownerId: { from, to } };
  for (const row of handed) {
    await recordEvent(tx, ctx, type.events.updated, {
      recordId: row.id,
      version: row.version,
      data: { title: type.title(row), changes },
    });
  }
}

function ownedBy<Row extends StagedRow>(
  ctx: Context,
  { table }: StagedType<Row>,
  ownerId: string,
): SQL | undefined {
  return and(
    eq(table.organizationId, ctx.organizationId),
    eq(table.ownerId, ownerId),
    isNull(table.deletedAt),
  );
}
