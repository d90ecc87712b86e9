import { sql } from "drizzle-orm";
import { AppError, type Context, type Entity, type Transaction } from "@/server/platform";
import type { CustomField } from "./contract";
import { columnOf, type Field } from "./define-field";
import { columnNamed, declarationOf, type RecordTable } from "./entities";
import { formulaReader } from "./formula";
import { ofList } from "./in-list";
import { numberScale } from "./slots";
import { ownFields, tagsKey, tagsLabel } from "./tags-field";

/** Custom keys begin so: what does not is Pult's own, and is found without asking the database, but for tags. */
const customPrefix = "c_";

export function isCustomKey(key: string): boolean {
  return key.startsWith(customPrefix) || key === tagsKey;
}

/**
 * Every field of an entity: declared ones, then the organization's own in their order. Two queries a transaction, and one
 * for each declared list whose choices are the organization's. Of list items those of one list, or of all when none is named: a key is never in two.
 */
export async function catalog(
  ctx: Context,
  tx: Transaction,
  entity: Entity,
  listId?: string | null,
): Promise<readonly Field[]> {
  const fields = catalogOf(ctx, entity, ofList(await ownFields(ctx, tx), listId));
  const { choices } = declarationOf(entity) ?? {};
  if (!choices) return fields;
  return Promise.all(
    fields.map(async (field) => {
      const read = choices[field.key];
      return read ? { ...field, options: await read(ctx, tx) } : field;
    }),
  );
}

/** The catalog, given the organization's own fields. */
export function catalogOf(ctx: Context, entity: Entity, own: readonly CustomField[]): readonly Field[] {
  const declaration = declarationOf(entity);
  // An entity may have a name, and no records yet.
  if (!declaration) throw new AppError("INVALID", {}, { field: "entity" });
  const live = own.filter((field) => field.entity === entity && field.archivedAt === null);
  const written = live
    .filter((field) => field.type !== "formula")
    .map((field) => fieldOf(field, declaration.table));
  const fields = [...declaration.fields, ...written];
  const computed = live
    .filter((field) => field.type === "formula")
    .map((field) => computedField(field, formulaReader(ctx, field, fields)));
  const order = new Map(live.map((field, place) => [field.key, place]));
  const custom = [...written, ...computed].toSorted(
    (a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0),
  );
  return [...declaration.fields, ...custom];
}

function fieldOf(field: CustomField, table: RecordTable): Field {
  const slot = field.slot ? columnNamed(table, field.slot) : null;
  const kept = !slot && field.filterable;
  const column = (alias?: string) =>
    slot ? columnOf(slot, alias) : sql`(${columnOf(table.custom, alias)} -> ${field.key}::text)`;
  const isText = field.type === "text" || field.type === "url";
  return {
    ...common(field),
    sql: slot || kept ? column : null,
    ...(slot && isText && { folded: column }),
    read: (record) => customOf(record)[field.key] ?? null,
    editable: true,
    filterable: field.filterable,
    sortable: slot !== null,
    ...(field.type === "number" && { scale: numberScale }),
    ...(field.type === "date" && { days: true }),
  };
}

function computedField(field: CustomField, read: (record: unknown) => unknown): Field {
  return { ...common(field), sql: null, read, editable: false, filterable: false, sortable: false };
}

function common(field: CustomField) {
  return {
    entity: field.entity,
    key: field.key,
    nullable: true,
    type: field.type,
    label: field.key === tagsKey ? tagsLabel : { en: field.label, ru: field.label },
    options: field.options.choices,
    // A link's target is checked when the field is made.
    linksTo: field.options.linksTo as Entity | undefined,
    custom: field,
  };
}

function customOf(record: unknown): Record<string, unknown> {
  return (record as { custom?: Record<string, unknown> }).custom ?? {};
}
