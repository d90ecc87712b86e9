import { getColumns, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "./db";

type Rows = readonly Readonly<Record<string, unknown>>[];

/**
 * Inserts many rows in one statement. A column travels as one array, or once where all rows say the same: a parameter a
 * value, or a JSON object a row, costs more than the database's own work. Every row has the keys of the first, named as
 * the table's columns are in code.
 */
export async function insertAll(
  tx: Transaction,
  table: PgTable,
  rows: Rows,
  { ignoreKnown = false } = {},
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = columnsOf(table, Object.keys(first));
  const names = list(columns.map(({ column }) => sql.identifier(column.name)));
  const conflict = ignoreKnown ? sql` on conflict do nothing` : sql``;
  await tx.execute(sql`insert into ${table} (${names}) ${selected(columns, rows)}${conflict}`);
}

function selected(columns: readonly Named[], rows: Rows): SQL {
  const values: SQL[] = [];
  const arrays: SQL[] = [];
  const names: SQL[] = [];
  for (const { key, column } of columns) {
    const type = sql.raw(column.getSQLType().replace(/ collate .*/, ""));
    const texts = textsOf(column, key, rows);
    // Something has to say how many rows there are.
    const isLast = column === columns.at(-1)?.column && arrays.length === 0;
    if (texts.same && !isLast) values.push(sql`${texts.all[0] ?? null}::${type}`);
    else {
      const name = sql.identifier(column.name);
      values.push(sql`x.${name}`);
      names.push(sql`${name}`);
      arrays.push(sql`${arrayOf(texts.all)}::${type}[]`);
    }
  }
  return sql`select ${list(values)} from unnest(${list(arrays)}) as x (${list(names)})`;
}

/** A column's values as the database reads them, and whether they are all one. */
function textsOf(column: PgColumn, key: string, rows: Rows): { all: (string | null)[]; same: boolean } {
  const isJson = column.getSQLType() === "jsonb";
  let last: unknown;
  let text: string | null = null;
  let same = true;
  const all = rows.map((row, place) => {
    const value = row[key] ?? null;
    if (place > 0 && value === last) return text;
    const before = text;
    last = value;
    text = value === null ? null : isJson ? JSON.stringify(value) : textOf(value);
    if (place > 0 && text !== before) same = false;
    return text;
  });
  return { all, same };
}

function textOf(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

const plain = /^[\w-]+$/;

/** An array as Postgres writes it: https://www.postgresql.org/docs/18/arrays.html#ARRAYS-IO */
function arrayOf(texts: readonly (string | null)[]): string {
  const parts = texts.map((text) => {
    if (text === null) return "null";
    return plain.test(text) && text.toLowerCase() !== "null"
      ? text
      : `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
  });
  return `{${parts.join(",")}}`;
}

/**
 * Writes rows, as the database gave them by `to_jsonb`, over those of the same organization and id: every column of
 * the table but the two is as the row says.
 */
export async function replaceAll(
  tx: Transaction,
  table: PgTable & { organizationId: PgColumn; id: PgColumn },
  rows: Rows,
): Promise<void> {
  if (rows.length === 0) return;
  const columns = columnsOf(table);
  const set = columns
    .filter(({ column }) => column !== table.organizationId && column !== table.id)
    .map(({ column }) => sql`${sql.identifier(column.name)} = x.${sql.identifier(column.name)}`);
  await tx.execute(
    sql`update ${table} as t set ${list(set)} from ${recordset(columns, rows)}
      where t.organization_id = x.organization_id and t.id = x.id`,
  );
}

/** Puts rows that were deleted back, as `to_jsonb` gave them. */
export async function restoreAll(tx: Transaction, table: PgTable, rows: Rows): Promise<void> {
  if (rows.length === 0) return;
  const columns = columnsOf(table);
  const names = list(columns.map(({ column }) => sql.identifier(column.name)));
  await tx.execute(sql`insert into ${table} (${names}) select ${names} from ${recordset(columns, rows)}`);
}

type Named = { key: string; column: PgColumn };

function columnsOf(table: PgTable, keys?: readonly string[]): Named[] {
  const all = getColumns(table) as Record<string, PgColumn>;
  return (keys ?? Object.keys(all)).flatMap((key) => {
    const column = all[key];
    return column ? [{ key, column }] : [];
  });
}

function recordset(columns: readonly Named[], rows: Rows): SQL {
  const shape = columns.map(
    ({ column }) => sql`${sql.identifier(column.name)} ${sql.raw(column.getSQLType())}`,
  );
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as x (${list(shape)})`;
}

function list(parts: readonly SQL[] | readonly ReturnType<typeof sql.identifier>[]): SQL {
  return sql.join([...parts] as SQL[], sql`, `);
}
