import { sql } from "drizzle-orm";
import { contactPoint, record } from "@/db/schema/crm-records";
import type { Context, Entity, Transaction } from "@/server/platform";
import type { ContactPointKind } from "./contract";
import type { BaseRecord, RecordType } from "./record-type";

/**
 * Live records of an entity by the keys of their points; of several with one key the oldest. Each key is looked up by
 * itself: the planner, which sees no statistics through a policy, would go through all records of the entity instead.
 */
export async function findByPoints(
  tx: Transaction,
  ctx: Context,
  entity: Entity,
  kind: ContactPointKind,
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const { rows } = await tx.execute<{ key: string; id: string }>(sql`
    select key, p.id from unnest(${sql.param([...new Set(keys)])}::text[]) as key
      cross join lateral (
        select record_id as id from ${contactPoint}
          where organization_id = ${ctx.organizationId} and kind = ${kind} and ${contactPoint.key} = key.key offset 0
      ) p
      cross join lateral (
        select from ${record} r where r.organization_id = ${ctx.organizationId} and r.id = p.id
          and r.entity = ${entity} and r.deleted_at is null offset 0
      ) r
      order by p.id desc`);
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** Live records of a type by their names in lower case; of several with one name the oldest. */
export async function findByNames<Row extends BaseRecord>(
  tx: Transaction,
  ctx: Context,
  { table }: RecordType<Row>,
  names: readonly string[],
): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const { rows } = await tx.execute<{ name: string; id: string }>(sql`
    select name_lower as name, id from ${table} where organization_id = ${ctx.organizationId}
      and name_lower = any (${sql.param([...new Set(names)])}::text[]) and deleted_at is null order by id desc`);
  return new Map(rows.map(({ name, id }) => [name, id]));
}

/** Which of these ids are live records of an entity. */
export async function liveAmong(
  tx: Transaction,
  ctx: Context,
  entity: Entity,
  ids: readonly string[],
  { trash = false } = {},
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from ${record} where organization_id = ${ctx.organizationId} and entity = ${entity}
      and ${trash ? sql`true` : sql`deleted_at is null`} and id = any (${sql.param([...new Set(ids)])}::uuid[])`);
  return new Set(rows.map(({ id }) => id));
}
