import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { record } from "@/db/schema/crm-records";
import { visibleRecords } from "@/server/crm/records";
import { type Colleague, colleagues } from "@/server/identity";
import { type Context, type Entity, may, type Transaction } from "@/server/platform";
import type { Subject } from "./subject";
import { recordTypeOf, recordTypes } from "./types";

/** Members who may see a record. */
export async function seersOf(
  tx: Transaction,
  ctx: Context,
  subject: Pick<Subject, "entity" | "ownerId">,
): Promise<Colleague[]> {
  const everybody = await colleagues(tx, ctx);
  return everybody.filter(({ membership }) => may(membership, `${subject.entity}.view`, subject));
}

/** Whether the record of an id is there and the actor may see it, as a condition. */
export async function aboutVisible(ctx: Context, tx: Transaction, recordId: PgColumn): Promise<SQL> {
  const seen: SQL[] = [];
  for (const type of recordTypes) {
    const { entity, table } = type;
    if (ctx.member && !may(ctx.member, `${entity}.view`)) continue;
    const visible = await visibleRecords(ctx, tx, type, {});
    // Without the offset, every record of the kind would be read into a hash for a page of fifty.
    seen.push(
      sql`when ${entity} then exists (select from ${table} where ${table.id} = ${record.id} and ${visible} offset 0)`,
    );
  }
  if (seen.length === 0) return sql`false`;
  return sql`(select case ${record.entity} ${sql.join(seen, sql` `)} else false end from ${record}
    where ${record.organizationId} = ${ctx.organizationId} and ${record.id} = ${recordId} and ${record.deletedAt} is null)`;
}

export type Seen = { id: string; entity: Entity; title: string };

/** Those of the records that are there and that the actor may see, by id. */
export async function visibleAmong(
  tx: Transaction,
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, Seen>> {
  const seen = new Map<string, Seen>();
  if (ids.length === 0) return seen;
  const among = sql`any (${sql.param([...new Set(ids)])}::uuid[])`;
  const known = await tx
    .select({ id: record.id, entity: record.entity, title: record.title })
    .from(record)
    .where(
      and(
        eq(record.organizationId, ctx.organizationId),
        isNull(record.deletedAt),
        sql`${record.id} = ${among}`,
      ),
    );
  for (const entity of new Set(known.map((one) => one.entity))) {
    if (ctx.member && !may(ctx.member, `${entity}.view`)) continue;
    const type = recordTypeOf(entity);
    const visible = await visibleRecords(ctx, tx, type, {});
    const rows = await tx
      .select({ id: type.table.id })
      .from(type.table)
      .where(and(visible, sql`${type.table.id} = ${among}`));
    const mine = new Set(rows.map((row) => String(row.id)));
    for (const one of known) if (one.entity === entity && mine.has(one.id)) seen.set(one.id, one);
  }
  return seen;
}
