import { getColumns, getTableName, type SQL, Subquery, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { visibleRecords } from "@/server/crm/records";
import { type Context, keep, type Transaction } from "@/server/platform";
import type { BoardCard, BoardQuery } from "./contract";
import type { StagedRow, StagedType } from "./staged-type";

export type Wanted = {
  /** A select of whole rows of the record's table to read instead of the table. */
  from?: SQL;
  where?: SQL;
  orderBy: SQL[];
  limit?: number;
  /** A value to read with each row, under the name `beside`. */
  beside?: SQL;
};

/** Where a board or a list gets its cards from: the record's type, and its rows with the names they show. */
export type CardSource<Card extends BoardCard, Row extends StagedRow = StagedRow> = {
  type: StagedType<Row>;
  read(tx: Transaction, wanted: Wanted): Promise<(Card & { beside?: unknown })[]>;
};

/** A table for a query to read from; with `from`, a select of some of its rows that stands under its name. */
export function rowsOf<Table extends PgTable>(table: Table, from?: SQL): Table {
  if (!from) return table;
  // What stands under a table's name is read by the table's columns.
  return new Subquery(from, getColumns(table), getTableName(table)) as unknown as Table;
}

type Narrowing = Pick<BoardQuery, "ownerId" | "search" | "filter">;

/** Live records the actor may see, narrowed by owner, text and filter; kept planned where it is the same every time. @throws FILTER_INVALID */
export async function visibleCards<Row extends StagedRow>(
  ctx: Context,
  tx: Transaction,
  type: StagedType<Row>,
  narrowing: Narrowing,
): Promise<SQL> {
  const visible = await visibleRecords(ctx, tx, type, narrowing);
  const seen = narrowing.ownerId ? sql`${visible} and ${type.table.ownerId} = ${narrowing.ownerId}` : visible;
  // A plan for any value at all would be a bad one for many filters.
  return narrowing.search || narrowing.filter ? seen : sql`${seen} ${sql.raw(keep)}`;
}
