import { type SQL, sql } from "drizzle-orm";
import { operators } from "./operators";
import type { Filter } from "./tree";

/** The SQL expression behind each field a filter may name. */
export type Columns = Record<string, SQL>;

/** A filter as one parametrised SQL condition. @throws on a field the columns do not hold */
export function toSql(filter: Filter, columns: Columns): SQL {
  if ("and" in filter) return joined(filter.and, columns, sql` and `, sql`true`);
  if ("or" in filter) return joined(filter.or, columns, sql` or `, sql`false`);
  if ("not" in filter) return sql`(not ${toSql(filter.not, columns)})`;
  const column = columns[filter.field];
  if (!column) throw new Error(`Unknown filter field: ${filter.field}`);
  return operators[filter.operator].sql(column, filter.value);
}

function joined(parts: Filter[], columns: Columns, glue: SQL, ofNone: SQL): SQL {
  if (parts.length === 0) return ofNone;
  return sql`(${sql.join(
    parts.map((part) => toSql(part, columns)),
    glue,
  )})`;
}
