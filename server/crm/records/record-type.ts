import { and, eq, isNotNull, isNull, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { z } from "zod";
import type { Field, RecordTable } from "@/server/fields";
import { AppError, type Context, type Entity, type EventType, type Transaction } from "@/server/platform";
import type { Term } from "./spelling";

/** What every record's row has. */
export type BaseRecord = {
  id: string;
  ownerId: string | null;
  version: number;
  custom: Record<string, unknown>;
};

/** What templates may name besides fields: told by the row and whose it is, null while there is none. */
export type Derived<Row> = {
  key: string;
  label: { en: string; ru: string };
  read(ctx: Context, row: Row): string | null;
};

/** A place that is named alone, and since when; coming back to it is another visit. */
export type Standing = { place: string; since: Date };

/** Each changed field's value before and after, custom ones among them. */
export type Changes = Record<string, { from: unknown; to: unknown }>;

/** A kind of record as the general verbs need it. What is left out is not asked. */
export type RecordType<Row extends BaseRecord = BaseRecord> = {
  entity: Entity;
  table: RecordTable;
  fields: readonly Field[];
  /** The columns that make a row. */
  shape: Record<keyof Row & string, PgColumn>;
  /** What may be changed by key; strict and partial. */
  changes: z.ZodType<Partial<Row>>;
  title(row: Row): string;
  /** Where a row stands and since when: its stage, or its status. Absent: it stands nowhere. */
  stands?(row: Row): Standing;
  /** What templates may name besides the fields. */
  derived?: readonly Derived<Row>[];
  /** Columns that repeat changed ones: names in lower case. */
  repeated?(changes: Partial<Row>): Record<string, unknown>;
  /** Keys that a record is found by, besides its title's. */
  foundBy?: readonly (keyof Row & string)[];
  /** Texts it is found by, read when one of `foundBy` changed. */
  searchable?(tx: Transaction, ctx: Context, row: Row): Promise<string[]>;
  /** Looks up what changes refer to, whichever record they are for. @throws INVALID at the field */
  check?(tx: Transaction, ctx: Context, changes: Partial<Row>): Promise<void>;
  /** What else changes along with the changes; what is given stays as given. */
  follows?(tx: Transaction, ctx: Context, changes: Partial<Row>, before: Row): Promise<Partial<Row>>;
  /** Keys of declared fields that nobody may change while the record stands as it does. */
  locked?(row: Row): readonly string[];
  /** May this record, as it stands, take the changes? @throws at the field when not */
  mayTake?(tx: Transaction, ctx: Context, changes: Partial<Row>, before: Row): Promise<void>;
  /** Writes what belongs to the record besides its row. */
  written?(tx: Transaction, ctx: Context, after: Row, changes: Partial<Row>): Promise<void>;
  /** Columns that tell it from its namesakes where it is found. */
  glimpse?: readonly (keyof Row & string)[];
  /** Columns with the people and organisations it is with: whoever finds them finds it. */
  foundThrough?: readonly (keyof Row & string)[];
  /** May it go to the trash? @throws when it has to stay */
  mayLeave?(tx: Transaction, ctx: Context, row: Row): Promise<void>;
  /** May it come out of the trash? @throws when what it stood on is gone */
  mayReturn?(tx: Transaction, ctx: Context, row: Row): Promise<void>;
  /** Ids found by words, as a select's body; the record's own texts unless told otherwise. */
  search?(terms: readonly Term[], most: number): SQL;
  /** What its events tell besides the title. */
  about(row: Row): Record<string, unknown>;
  events: {
    updated: EventType<{ title: string; changes: Changes }>;
    deleted: EventType<{ title: string }>;
    restored: EventType<{ title: string }>;
  };
};

/** A record's own row by its id. */
export function rowOf({ table }: Pick<RecordType, "table">, ctx: Context, id: string): SQL | undefined {
  return and(eq(table.organizationId, ctx.organizationId), eq(table.id, id));
}

/** Reads and locks a record, live or in the trash. @throws NOT_FOUND */
export async function lockRecord<Row extends BaseRecord>(
  tx: Transaction,
  ctx: Context,
  type: RecordType<Row>,
  id: string,
  where: "live" | "trash" = "live",
): Promise<Row> {
  const there = where === "live" ? isNull(type.table.deletedAt) : isNotNull(type.table.deletedAt);
  const rows = await tx
    .select(type.shape)
    .from(type.table)
    .where(and(rowOf(type, ctx, id), there))
    .for("update");
  return rowFrom(rows);
}

/** The one row of an answer, as its type's shape selected it. @throws NOT_FOUND */
export function rowFrom<Row extends BaseRecord>(rows: readonly unknown[]): Row {
  const [row] = rows;
  if (!row) throw new AppError("NOT_FOUND");
  // The shape names the columns of Row, which a general table cannot tell the compiler.
  return row as Row;
}

/** Writes into a locked record's row. */
export async function writeRow<Row extends BaseRecord>(
  tx: Transaction,
  ctx: Context,
  type: RecordType<Row>,
  id: string,
  values: Record<string, unknown>,
): Promise<Row> {
  const rows: unknown = await tx
    .update(type.table)
    .set(values)
    .where(rowOf(type, ctx, id))
    .returning(type.shape);
  return rowFrom(Array.isArray(rows) ? rows : []);
}
