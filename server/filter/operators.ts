import { type SQL, sql } from "drizzle-orm";

/** One comparison, said twice: for Postgres and for a record in memory. Neither ever answers NULL. */
type Operator = {
  sql(column: SQL, value: unknown): SQL;
  js(read: unknown, value: unknown): boolean;
};

function isBlank(read: unknown): boolean {
  return read === null || read === undefined || read === "";
}

function comparable(value: unknown): number | string {
  if (value instanceof Date) return value.getTime();
  return typeof value === "number" ? value : String(value);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

const table = {
  eq: {
    sql: (column, value) => sql`(${column} is not distinct from ${value})`,
    js: (read, value) => comparable(read ?? null) === comparable(value ?? null),
  },
  ne: {
    sql: (column, value) => sql`(${column} is distinct from ${value})`,
    js: (read, value) => comparable(read ?? null) !== comparable(value ?? null),
  },
  in: {
    sql: (column, value) =>
      list(value).length === 0
        ? sql`false`
        : sql`coalesce(${column} in (${sql.join(
            list(value).map((item) => sql`${item}`),
            sql`, `,
          )}), false)`,
    js: (read, value) => !isBlank(read) && list(value).some((item) => comparable(item) === comparable(read)),
  },
  gt: {
    sql: (column, value) => sql`coalesce(${column} > ${value}, false)`,
    js: (read, value) => !isBlank(read) && comparable(read) > comparable(value),
  },
  gte: {
    sql: (column, value) => sql`coalesce(${column} >= ${value}, false)`,
    js: (read, value) => !isBlank(read) && comparable(read) >= comparable(value),
  },
  lt: {
    sql: (column, value) => sql`coalesce(${column} < ${value}, false)`,
    js: (read, value) => !isBlank(read) && comparable(read) < comparable(value),
  },
  lte: {
    sql: (column, value) => sql`coalesce(${column} <= ${value}, false)`,
    js: (read, value) => !isBlank(read) && comparable(read) <= comparable(value),
  },
  contains: {
    sql: (column, value) =>
      sql`coalesce(position(lower(${String(value)}) in lower(${column}::text)) > 0, false)`,
    js: (read, value) => !isBlank(read) && String(read).toLowerCase().includes(String(value).toLowerCase()),
  },
  empty: {
    sql: (column) => sql`(coalesce(${column}::text, '') = '')`,
    js: (read) => isBlank(read),
  },
  not_empty: {
    sql: (column) => sql`(coalesce(${column}::text, '') <> '')`,
    js: (read) => !isBlank(read),
  },
} satisfies Record<string, Operator>;

export type OperatorName = keyof typeof table;

export const operators: Record<OperatorName, Operator> = table;

export const operatorNames = Object.keys(table) as [OperatorName, ...OperatorName[]];
