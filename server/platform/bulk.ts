import { getColumns, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "./db";

type Rows = readonly Readonly<Record<string, unknown>>[];

/**
 * Inserts many rows in one statement. They travel as one JSON text: a parameter a value would cost more than the
 * database's own work. Every row has the keys of the first, named as the table's columns are in code.
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
  await tx.execute(
    sql`insert into ${table} (${names}) select ${names} from ${recordset(columns, named(columns, rows))}${conflict}`,
  );
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

function named(columns: readonly Named[], rows: Rows): Rows {
  return rows.map((row) => {
    const out: Record<string, unknown> = {};
    for (const { key, column } of columns) out[column.name] = row[key] ?? null;
    return out;
  });
}

function list(parts: readonly SQL[] | readonly ReturnType<typeof sql.identifier>[]): SQL {
  return sql.join([...parts] as SQL[], sql`, `);
}
