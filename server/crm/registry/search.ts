import { type SQL, sql } from "drizzle-orm";
import { searchTerms, spelling, visibleRecords } from "@/server/crm/records";
import { type Found, Search } from "@/server/crm/records/contract";
import { type Context, inOrganization, may, type Transaction, visibility } from "@/server/platform";
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
  return inOrganization(ctx, async (tx) => {
    if (wanted.length === 0) return [];
    const kinds = await Promise.all(wanted.map((type) => ofType(tx, type)));
    const { rows } = await tx.execute<Found>(sql.join(kinds, sql` union all `));
    return rows;
  });

  async function ofType(tx: Transaction, type: AnyRecordType): Promise<SQL> {
    const visible = await visibleRecords(ctx, tx, type, {});
    const seesAll = "and" in visibility(ctx, type.entity);
    const most = seesAll ? limit : limit * spare;
    const ids = sql`select search_records(${spelling(terms)}, ${type.entity}, ${most})`;
    return sql`(select record.id, record.entity, record.title from record join ${type.table} on ${type.table.organizationId} = record.organization_id
        and ${type.table.id} = record.id
        where record.organization_id = ${ctx.organizationId} and record.id in (${ids}) and ${visible}
        order by record.id desc limit ${limit})`;
  }
}
