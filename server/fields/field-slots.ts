import { and, eq, isNotNull, sql } from "drizzle-orm";
import { customField } from "@/db/schema/fields";
import { AppError, type Context, type Entity, type Transaction } from "@/server/platform";
import type { CustomField, FieldType } from "./contract";
import { columnNamed, declarationOf } from "./entities";
import type { InList } from "./in-list";
import { slotSql, slotsFor } from "./slots";

/** A free slot for a field of this type; null for a type that needs none. @throws FIELD_SLOTS_FULL */
export async function freeSlot(
  tx: Transaction,
  ctx: Context,
  { entity, listId, type }: InList & { type: FieldType },
): Promise<string | null> {
  const slots = slotsFor(type);
  if (slots.length === 0) return null;
  const taken = await tx
    .select({ slot: customField.slot })
    .from(customField)
    .where(
      and(
        eq(customField.organizationId, ctx.organizationId),
        eq(customField.entity, entity),
        listId ? eq(customField.listId, listId) : undefined,
        isNotNull(customField.slot),
      ),
    );
  const free = slots.find((slot) => !taken.some((one) => one.slot === slot));
  if (!free) throw new AppError("FIELD_SLOTS_FULL", { count: slots.length }, { field: "filterable" });
  return free;
}

/** Lays what records hold already into the field's slot; the trash too, since it can be restored. */
export async function fillSlot(
  tx: Transaction,
  ctx: Context,
  field: CustomField,
  slot: string,
): Promise<void> {
  const found = slotOf(field.entity, slot);
  if (!found) return;
  const { table, column } = found;
  await tx.execute(
    sql`update ${table} set ${sql.identifier(column.name)} = ${slotSql(field, sql`${table.custom}`)}
      where ${table.organizationId} = ${ctx.organizationId} and jsonb_exists(${table.custom}, ${field.key})`,
  );
}

/** Empties a slot for the next field that takes it; another list's values in the same slot stay. */
export async function emptySlot(
  tx: Transaction,
  ctx: Context,
  { entity, listId }: CustomField,
  slot: string,
): Promise<void> {
  const found = slotOf(entity, slot);
  if (!found) return;
  const { table, column } = found;
  const inList = listId ? sql`and ${columnNamed(table, "listId")} = ${listId}` : sql``;
  await tx.execute(
    sql`update ${table} set ${sql.identifier(column.name)} = null
      where ${table.organizationId} = ${ctx.organizationId} and ${column} is not null ${inList}`,
  );
}

function slotOf(entity: Entity, slot: string) {
  const table = declarationOf(entity)?.table;
  const column = table && columnNamed(table, slot);
  return table && column ? { table, column } : null;
}
