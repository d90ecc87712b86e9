import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { searchTerms, spelling, visibleRecords } from "@/server/crm/records";
import { type Found, Search } from "@/server/crm/records/contract";
import { type Context, inOrganization, keep, may, type Transaction, visibility } from "@/server/platform";
import { type AnyRecordType, recordTypes } from "./types";

/** So many are looked at for every record shown to whoever may not see all: others' are left out afterwards. */
const spare = 20;

/**
 * Finds records by their names, phones, emails and numbers, in either alphabet: the newest of each kind the actor may
 * see, and after them those that are with the people and organisations found. Every word has to be found.
 */
export async function search(ctx: Context, input: Search): Promise<Found[]> {
  const { text, entities, limit } = Search.parse(input);
  const terms = searchTerms(text);
  if (terms.length === 0) return [];
  const wanted = recordTypes.filter(
    ({ entity }) =>
      (!entities || entities.includes(entity)) && (!ctx.member || may(ctx.member, `${entity}.view`)),
  );
  if (wanted.length === 0) return [];
  return inOrganization(ctx, async (tx) => {
    const seesAll = wanted.every(({ entity }) => "and" in visibility(ctx, entity));
    const most = seesAll ? limit : limit * spare;
    const kinds = sql.param(wanted.map(({ entity }) => entity));
    const found = await Promise.all(wanted.map((type) => seen(tx, type)));
    const { rows } = await tx.execute<Found>(
      sql`${sql.raw(keep)} with found as materialized (select * from search_kinds(${spelling(terms)}, ${kinds}::text[], ${most}))
        ${sql.join(found, sql` union all `)}`,
    );
    return rows;
  });

  async function seen(tx: Transaction, type: AnyRecordType): Promise<SQL> {
    const { entity, table, shape, glimpse = [], foundThrough = [] } = type;
    const visible = await visibleRecords(ctx, tx, type, {});
    const told = glimpse.flatMap((key) => [sql`${sql.raw(`'${key}'`)}`, sql`${shape[key]}`]);
    const itself = sql`select found_id as id, 0 as through from found where found_kind = ${entity}`;
    const ways = [itself, ...foundThrough.map((key) => withFound(table, shape[key]))];
    return sql`(select record.id, record.entity, record.title, jsonb_build_object(${sql.join(told, sql`, `)}) as glimpse
      from (select id, min(through) as through from (${sql.join(ways, sql` union all `)}) way group by id) one
      join record on record.organization_id = ${ctx.organizationId} and record.id = one.id
      join ${table} on ${table.organizationId} = record.organization_id and ${table.id} = record.id
      where ${visible}
      order by one.through, record.id desc limit ${limit})`;
  }

  // Few were found, each with few of its own: the index of the column, never the table.
  function withFound(table: AnyRecordType["table"], column: PgColumn | undefined): SQL {
    return sql`select own.id, 1 from found cross join lateral (
      select ${table.id} as id from ${table}
      where ${table.organizationId} = ${ctx.organizationId} and ${column} = found.found_id and ${table.deletedAt} is null
      order by ${table.id} desc limit ${limit}) own where found.found_kind in ('contact', 'company')`;
  }
}
