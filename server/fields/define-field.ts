import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Facet, FieldType } from "@/server/filter";
import type { Entity } from "@/server/platform";
import type { CustomField, FieldOption } from "./contract";

/** A property of a record, declared once: lists, filters, conditions, templates and required fields read it. */
export type Field = {
  entity: Entity;
  key: string;
  type: FieldType;
  /** An organization names its own fields in one language: both are the same then. */
  label: { en: string; ru: string };
  /** Its value in SQL, of the table or of an alias of it; null when it is computed or kept without a slot. */
  sql: ((alias?: string) => SQL) | null;
  /** A text's value kept in lower case. */
  folded?: ((alias?: string) => SQL) | undefined;
  read(record: unknown): unknown;
  /** May a person or a robot write it, and may a stage require it? */
  editable: boolean;
  filterable: boolean;
  sortable: boolean;
  /** May a record lack it? */
  nullable: boolean;
  /** Choices of a list. */
  options?: readonly FieldOption[] | undefined;
  /** The entity a link leads to. */
  linksTo?: Entity | undefined;
  /** How many parts of the stored number make one. */
  scale?: number | undefined;
  /** Holds a day without a time. */
  days?: boolean | undefined;
  /** Its column is one of ids, whatever the type. */
  ids?: boolean | undefined;
  /** A text of many lines. */
  long?: boolean | undefined;
  /** Its definition, when the organization added it. */
  custom?: CustomField | undefined;
};

type Declaration<R> = Pick<Field, "type" | "label"> &
  Partial<
    Pick<
      Field,
      "editable" | "filterable" | "sortable" | "nullable" | "options" | "linksTo" | "days" | "long" | "scale"
    >
  > & {
    column: PgColumn;
    /** The column that repeats a text in lower case. */
    folded?: PgColumn;
    /** Absent: the record's property of the same name. */
    read?: (record: R) => unknown;
  };

/** Declares the fields of an entity, keyed by name. What is not said: not editable, filterable, sortable. */
export function defineFields<R>(entity: Entity, fields: Record<string, Declaration<R>>): readonly Field[] {
  return Object.entries(fields).map(([key, { column, folded, read, ...field }]) => ({
    editable: false,
    filterable: true,
    sortable: field.type !== "multi_list",
    nullable: !column.notNull,
    ...(column.getSQLType() === "uuid" && { ids: true }),
    ...field,
    entity,
    key,
    // A checkbox is compared as the number it is in a slot.
    sql: (alias) =>
      column.getSQLType() === "boolean" ? sql`${columnOf(column, alias)}::int` : columnOf(column, alias),
    ...(folded && { folded: (alias) => columnOf(folded, alias) }),
    // The record of an entity is what its declaration says it is.
    read: (record) => (read ? read(record as R) : (record as Record<string, unknown>)[key]) ?? null,
  }));
}

/** A column, of its table or of an alias of it. */
export function columnOf(column: PgColumn, alias?: string): SQL {
  return alias ? sql`${sql.identifier(alias)}.${sql.identifier(column.name)}` : sql`${column}`;
}

/** The field as filters ask it; null when it cannot be asked. */
export function facetOf(field: Field, alias?: string): Facet | null {
  if (!field.filterable || !field.sql) return null;
  return {
    type: field.type,
    sql: field.sql(alias),
    ...(field.folded && { folded: field.folded(alias) }),
    ...(field.scale && { scale: field.scale }),
    ...(field.days && { days: true }),
    ...(field.ids && { ids: true }),
    read: (record) => comparable(field.read(record)),
  };
}

/** The part of a value that is compared: of money its amount. */
export function comparable(value: unknown): unknown {
  return isMoney(value) ? value.amountMinor : value;
}

export function isMoney(value: unknown): value is { amountMinor: number; currency: string } {
  return typeof value === "object" && value !== null && "amountMinor" in value;
}

/** Does the record lack a value there? Zero money counts as lacking, an empty list too. */
export function isBlank(value: unknown): boolean {
  const plain = comparable(value);
  if (Array.isArray(plain)) return plain.length === 0;
  return plain === null || plain === undefined || plain === "" || plain === 0;
}
