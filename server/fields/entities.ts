import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Context, Entity, Transaction } from "@/server/platform";
import type { FieldOption } from "./contract";
import type { Field } from "./define-field";

/** A table of records, as far as everything general goes; slots are reached by their names. */
export type RecordTable = PgTable & {
  organizationId: PgColumn;
  id: PgColumn;
  version: PgColumn;
  custom: PgColumn;
  deletedAt: PgColumn;
  updatedAt: PgColumn;
};

export type EntityDeclaration = {
  entity: Entity;
  table: RecordTable;
  /** What every organization's records have. */
  fields: readonly Field[];
  /** Choices of declared lists that are the organization's, by the field's key. */
  choices?: Readonly<Record<string, (ctx: Context, tx: Transaction) => Promise<readonly FieldOption[]>>>;
};

const declared = new Map<string, EntityDeclaration>();

/** Makes an entity known to filters, links and custom fields; done once, where its module is loaded. */
export function declareEntity(declaration: EntityDeclaration): EntityDeclaration {
  declared.set(declaration.entity, declaration);
  return declaration;
}

/** What is declared of an entity; null for one that has no records here. */
export function declarationOf(entity: string): EntityDeclaration | null {
  return declared.get(entity) ?? null;
}

/** A column of a record's table by its name in code. */
export function columnNamed(table: RecordTable, name: string): PgColumn | null {
  return (table as unknown as Record<string, PgColumn | undefined>)[name] ?? null;
}
