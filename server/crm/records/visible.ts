import { type SQL, sql } from "drizzle-orm";
import { resolveFilter } from "@/server/fields";
import { type Filter, toSql } from "@/server/filter";
import { type Context, type Transaction, visibility } from "@/server/platform";
import type { BaseRecord, RecordType } from "./record-type";
import { searchTerms, type Term } from "./spelling";

const mostFound = 2_000;

export type Narrowing = { filter?: Filter | undefined; search?: string | undefined };

/** The live records the actor may see, narrowed by a filter and by text, as one condition. @throws FILTER_INVALID */
export async function visibleRecords<Row extends BaseRecord>(
  ctx: Context,
  tx: Transaction,
  type: RecordType<Row>,
  { filter, search }: Narrowing,
  action: "view" | "export" = "view",
): Promise<SQL> {
  const { table, entity } = type;
  const parts = [sql`${table.organizationId} = ${ctx.organizationId}`, sql`${table.deletedAt} is null`];
  const seen = visibility(ctx, entity, action);
  if (!("and" in seen)) parts.push(toSql(await resolveFilter(ctx, tx, entity, seen)));
  const terms = search ? searchTerms(search) : [];
  if (terms.length > 0) parts.push(sql`${table.id} in (${idsFound(type, terms, mostFound)})`);
  if (filter) parts.push(toSql(await resolveFilter(ctx, tx, entity, filter)));
  return sql.join(parts, sql` and `);
}

/** A select of the ids that words lead to. */
export function idsFound<Row extends BaseRecord>(
  type: RecordType<Row>,
  terms: readonly Term[],
  most: number,
): SQL {
  return (
    type.search?.(terms, most) ?? sql`select search_records(${spelling(terms)}, ${type.entity}, ${most})`
  );
}

/** Terms as the database's search functions take them: two arrays. */
export function spelling(terms: readonly Term[]): SQL {
  const typed = terms.map((term) => term.typed);
  const sounds = terms.map((term) => term.sounds);
  return sql`${sql.param(typed)}::text[], ${sql.param(sounds)}::text[]`;
}
