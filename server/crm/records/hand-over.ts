import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { announceChange, type Context, recordEvents, type Transaction } from "@/server/platform";
import type { BaseRecord, RecordType } from "./record-type";

/** How many records of a kind a member owns, closed ones among them. */
export function countOwned<Row extends BaseRecord>(
  tx: Transaction,
  ctx: Context,
  type: RecordType<Row>,
  ownerId: string,
): Promise<number> {
  return tx.$count(type.table, ownedBy(ctx, type, ownerId));
}

type Between = { from: string; to: string };

/** Gives every record of a member to another; the caller has asked whether that may be. */
export async function handOver<Row extends BaseRecord>(
  tx: Transaction,
  ctx: Context,
  type: RecordType<Row>,
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
  if (handed.length === 0) return;
  const changes = { ownerId: { from, to } };
  const happened = handed.map((row) => ({
    recordId: row.id,
    version: row.version,
    data: { ...type.about(row), title: type.title(row), changes },
  }));
  await recordEvents(tx, ctx, type.events.updated, happened, { muted: false });
  // One nudge for all: open lists and boards fetch again.
  await announceChange(tx, ctx, { entity: "imported", id: to });
}

function ownedBy<Row extends BaseRecord>(
  ctx: Context,
  { table, shape }: RecordType<Row>,
  ownerId: string,
): SQL | undefined {
  return and(
    eq(table.organizationId, ctx.organizationId),
    eq(shape.ownerId, ownerId),
    isNull(table.deletedAt),
  );
}
