import { type SQL, sql } from "drizzle-orm";
import { searchTerms, spelling, visibleRecords } from "@/server/crm/records";
import { type Found, Search } from "@/server/crm/records/contract";
import { type Context, inOrganization, keep, may, type Transaction, visibility } from "@/server/platform";
import { type AnyRecordType, recordTypes } from "./types";

/** So many are looked at for every record shown to whoever may not see all: others' are left out afterwards. */
const spare = 20;

/**
 * Finds records by their names, phones, emails and numbers, in either alphabet: the newest of each kind the actor may
 * see. Every word has to be found.
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
    const visible = await visibleRecords(ctx, tx, type, {});
    return sql`(select record.id, record.entity, record.title from found
      join record on record.organization_id = ${ctx.organizationId} and record.id = found.found_id
      join ${type.table} on ${type.table.organizationId} = record.organization_id and ${type.table.id} = record.id
      where found.found_kind = ${type.entity} and ${visible}
      order by record.id desc limit ${limit})`;
  }
}
