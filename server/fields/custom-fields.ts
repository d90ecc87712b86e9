import { and, asc, eq } from "drizzle-orm";
import { customField } from "@/db/schema/fields";
import type { Context, Entity, Transaction } from "@/server/platform";
import type { CustomField } from "./contract";
import { type InList, ofList } from "./in-list";

export const customFieldShape = {
  id: customField.id,
  entity: customField.entity,
  listId: customField.listId,
  key: customField.key,
  type: customField.type,
  label: customField.label,
  options: customField.options,
  position: customField.position,
  required: customField.required,
  filterable: customField.filterable,
  slot: customField.slot,
  archivedAt: customField.archivedAt,
};

const read = new WeakMap<Transaction, Promise<CustomField[]>>();

/** Every field the organization added, archived ones too, in order: one query a transaction. */
export function customFields(ctx: Context, tx: Transaction): Promise<CustomField[]> {
  const known = read.get(tx);
  if (known) return known;
  const fields = select(ctx, tx).execute();
  read.set(tx, fields);
  return fields;
}

/** Makes the transaction read its fields anew. */
export function forgetFields(tx: Transaction): void {
  read.delete(tx);
}

/**
 * The live fields of an entity, of one list when one is named, held as they are until the transaction ends: a slot is not taken or given back while
 * values are being written.
 */
export async function heldFields(
  ctx: Context,
  tx: Transaction,
  { entity, listId }: InList,
): Promise<CustomField[]> {
  const fields = await select(ctx, tx, entity).for("share");
  return ofList(fields, listId).filter((field) => field.archivedAt === null);
}

function select(ctx: Context, tx: Transaction, entity?: Entity) {
  return tx
    .select(customFieldShape)
    .from(customField)
    .where(
      and(
        eq(customField.organizationId, ctx.organizationId),
        entity ? eq(customField.entity, entity) : undefined,
      ),
    )
    .orderBy(asc(customField.position), asc(customField.id));
}
