import type { SQL } from "drizzle-orm";

export type FieldType =
  | "text"
  | "money"
  | "date"
  | "member"
  | "contact"
  | "company"
  | "source"
  | "stage"
  | "loss_reason";

/** A property of a record, declared once: lists, filters, conditions, templates and required fields read it. */
export type Field<Record> = {
  key: string;
  type: FieldType;
  label: { en: string; ru: string };
  sql: SQL;
  read(record: Record): unknown;
  /** May a stage require it, and may a robot set it? */
  editable: boolean;
};

/** Declares the fields of an entity, keyed by name. */
export function defineFields<R>(fields: Record<string, Omit<Field<R>, "key">>): Field<R>[] {
  return Object.entries(fields).map(([key, field]) => ({ key, ...field }));
}

/** Does the record lack a value there? Zero money counts as lacking. */
export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === "" || value === 0;
}
