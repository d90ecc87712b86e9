import { type SQL, sql } from "drizzle-orm";
import type { Resolved } from "./resolve";

/** A resolved filter as one parametrised SQL condition that is never NULL. */
export function toSql(filter: Resolved): SQL {
  if ("and" in filter) return joined(filter.and, sql` and `, sql`true`);
  if ("or" in filter) return joined(filter.or, sql` or `, sql`false`);
  if ("not" in filter) return sql`(not ${toSql(filter.not)})`;
  const { facet, check } = filter;
  if (!facet.wrap) return check.sql;
  // Where the link leads nowhere the field is absent. A question that absence passes is turned round, so that
  // the EXISTS looks for a linked record that fails it.
  return check.js(null) ? sql`(not ${facet.wrap(sql`(not ${check.sql})`)})` : facet.wrap(check.sql);
}

function joined(parts: Resolved[], glue: SQL, ofNone: SQL): SQL {
  if (parts.length === 0) return ofNone;
  return sql`(${sql.join(parts.map(toSql), glue)})`;
}
