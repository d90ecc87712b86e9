import { sql } from "drizzle-orm";
import { activity, comment, contact, deal } from "@/db/schema/crm";
import { recordLink } from "@/db/schema/crm-around";
import { invoice } from "@/db/schema/crm-invoices";
import { lead } from "@/db/schema/crm-leads";
import { lineItem } from "@/db/schema/crm-line-items";
import { record } from "@/db/schema/crm-records";
import type { Context, Transaction } from "@/server/platform";
import type { BaseRecord, RecordType } from "./record-type";

/** A record that stays, and why: somebody edited it, wrote about it, or built on it. */
export type Kept = { id: string; title: string; why: "edited" | "discussed" | "linked" };

/** What may stand on a record, and would have to go with it. */
const builtOn = [
  { table: deal, column: "contact_id" },
  { table: deal, column: "company_id" },
  { table: contact, column: "company_id" },
  { table: lead, column: "contact_id" },
  { table: lead, column: "company_id" },
  { table: lead, column: "deal_id" },
  { table: invoice, column: "contact_id" },
  { table: invoice, column: "company_id" },
  { table: invoice, column: "deal_id" },
  { table: lineItem, column: "product_id" },
  { table: recordLink, column: "from_id" },
  { table: recordLink, column: "to_id" },
];

/**
 * Takes records that an import made out of the database for good, with all that belongs to them, unless somebody has
 * worked with them since: those stay and are named. `since` is when all of them, with their comments, had been made;
 * `discussed` are those that the caller knows to have more, such as files.
 */
export async function expungeRecords<Row extends BaseRecord>(
  tx: Transaction,
  ctx: Context,
  type: RecordType<Row>,
  ids: readonly string[],
  { since, discussed }: { since: Date; discussed: readonly string[] },
): Promise<Kept[]> {
  if (ids.length === 0) return [];
  const { table } = type;
  const organization = ctx.organizationId;
  const { rows } = await tx.execute<{ id: string; title: string; why: Kept["why"] | null }>(sql`
    with mine as (
      select r.id, r.title, t.version from ${record} r
        join ${table} t on t.organization_id = r.organization_id and t.id = r.id
        where r.organization_id = ${organization} and r.id = any (${sql.param([...ids])}::uuid[])
        for update of t
    )
    select id, title, case
      when version <> 1 then 'edited'
      when exists (select from ${comment} c where c.organization_id = ${organization} and c.record_id = mine.id
        and c.created_at > ${since.toISOString()}::timestamptz) then 'discussed'
      when exists (select from ${activity} a where a.organization_id = ${organization} and a.record_id = mine.id
        and a.created_by ->> 'type' = 'member') then 'discussed'
      when id = any (${sql.param([...discussed])}::uuid[]) then 'discussed'
${sql.join(
  builtOn.map(
    ({ table: other, column }) => sql`
      when exists (select from ${other} o where o.organization_id = ${organization} and o.${sql.identifier(column)} = mine.id)
        then 'linked'`,
  ),
)}
    end as why from mine`);
  const kept = rows.flatMap(({ id, title, why }) => (why ? [{ id, title, why }] : []));
  const gone = rows.filter((one) => one.why === null).map((one) => one.id);
  // The record's own row goes first among equals: what belongs to it follows by its foreign keys.
  await tx.execute(
    sql`delete from ${record} where organization_id = ${organization} and id = any (${sql.param(gone)}::uuid[])`,
  );
  return kept;
}
