import { type SQL, sql } from "drizzle-orm";

/** One comparison, said twice: for Postgres and for a record in memory. Neither ever answers NULL. */
type Operator = {
  sql(column: SQL, value: unknown): SQL;
  js(read: unknown, value: unknown): boolean;
};

/** Nothing at all: what Postgres calls NULL. */
function isAbsent(read: unknown): boolean {
  return read === null || read === undefined;
}

function isBlank(read: unknown): boolean {
  return isAbsent(read) || read === "";
}

function isSame(a: unknown, b: unknown): boolean {
  return isAbsent(a) || isAbsent(b) ? isAbsent(a) && isAbsent(b) : comparable(a) === comparable(b);
}

function comparable(value: unknown): number | string {
  if (value instanceof Date) return value.getTime();
  return typeof value === "number" ? value : String(value);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

// Never NULL, and an index can still answer it: `coalesce(…, false)` would hide the comparison from the planner.
function known(column: SQL, comparison: SQL): SQL {
  return sql`(${column} is not null and ${column} ${comparison})`;
}

const table = {
  eq: {
    sql: (column, value) =>
      value === null || value === undefined ? sql`(${column} is null)` : known(column, sql`= ${value}`),
    js: isSame,
  },
  ne: {
    sql: (column, value) => sql`(${column} is distinct from ${value})`,
    js: (read, value) => !isSame(read, value),
  },
  in: {
    sql: (column, value) =>
      list(value).length === 0
        ? sql`false`
        : known(
            column,
            sql`in (${sql.join(
              list(value).map((item) => sql`${item}`),
              sql`, `,
            )})`,
          ),
    js: (read, value) => !isAbsent(read) && list(value).some((item) => isSame(item, read)),
  },
  gt: {
    sql: (column, value) => known(column, sql`> ${value}`),
    js: (read, value) => !isAbsent(read) && comparable(read) > comparable(value),
  },
  gte: {
    sql: (column, value) => known(column, sql`>= ${value}`),
    js: (read, value) => !isAbsent(read) && comparable(read) >= comparable(value),
  },
  lt: {
    sql: (column, value) => known(column, sql`< ${value}`),
    js: (read, value) => !isAbsent(read) && comparable(read) < comparable(value),
  },
  lte: {
    sql: (column, value) => known(column, sql`<= ${value}`),
    js: (read, value) => !isAbsent(read) && comparable(read) <= comparable(value),
  },
  contains: {
    sql: (column, value) =>
      sql`coalesce(position(lower(${String(value)}) in lower(${column}::text)) > 0, false)`,
    js: (read, value) => !isAbsent(read) && String(read).toLowerCase().includes(String(value).toLowerCase()),
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
