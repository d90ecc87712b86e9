import { eq, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { contactPoint, record } from "@/db/schema/crm-records";
import { type Context, replaceAll, restoreAll, type Transaction } from "@/server/platform";
import type { BaseRecord, RecordType } from "./record-type";

type Json = Record<string, unknown>;

/** A record as the database has it, whole: what an undo writes back byte for byte. Keys are the columns' names. */
export type Image = { record: Json; row: Json; points: Json[] };

/** Whom the record belonged to when its image was taken; null when nobody. */
export function ownerOf({ row }: Image): string | null {
  return (row.owner_id as string | null) ?? null;
}

/** Locks records of a type and takes their images, by id. Those that are gone or in the trash are left out. */
export async function takeImages<Row extends BaseRecord>(
  tx: Transaction,
  ctx: Context,
  type: RecordType<Row>,
  ids: readonly string[],
): Promise<Map<string, Image>> {
  if (ids.length === 0) return new Map();
  const wanted = sql`any (${sql.param([...ids])}::uuid[])`;
  const own = await rowsOf(
    tx,
    type.table,
    sql`organization_id = ${ctx.organizationId} and id = ${wanted} and deleted_at is null for update`,
  );
  const mine = sql`organization_id = ${ctx.organizationId}`;
  const registered = await rowsOf(tx, record, sql`${mine} and id = ${wanted}`);
  const points = await rowsOf(tx, contactPoint, sql`${mine} and record_id = ${wanted} order by position, id`);
  const images = new Map<string, Image>();
  for (const row of own) images.set(String(row.id), { record: {}, row, points: [] });
  for (const one of registered) {
    const image = images.get(String(one.id));
    if (image) image.record = one;
  }
  for (const one of points) images.get(String(one.record_id))?.points.push(one);
  return images;
}

/** Writes images back. The caller has locked the records and seen that nobody changed them since. */
export async function putImages<Row extends BaseRecord>(
  tx: Transaction,
  ctx: Context,
  type: RecordType<Row>,
  images: readonly Image[],
): Promise<void> {
  if (images.length === 0) return;
  const ids = images.map((one) => String(one.row.id));
  await replaceAll(
    tx,
    record,
    images.map((one) => one.record),
  );
  await replaceAll(
    tx,
    type.table,
    images.map((one) => one.row),
  );
  await tx
    .delete(contactPoint)
    .where(
      sql`${eq(contactPoint.organizationId, ctx.organizationId)} and ${contactPoint.recordId} = any (${sql.param(ids)}::uuid[])`,
    );
  await restoreAll(
    tx,
    contactPoint,
    images.flatMap((one) => one.points),
  );
}

/** Rows of a table as JSON, by a condition on its own columns. */
export async function rowsOf(tx: Transaction, table: PgTable, where: SQL): Promise<Json[]> {
  const { rows } = await tx.execute<{ image: Json }>(
    sql`select to_jsonb(t) as image from ${table} as t where ${where}`,
  );
  return rows.map(({ image }) => image);
}
