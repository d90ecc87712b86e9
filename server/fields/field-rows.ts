import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { customField } from "@/db/schema/fields";
import { AppError, type Context, type Entity, type Transaction } from "@/server/platform";
import type { CustomField } from "./contract";
import { customFieldShape } from "./custom-fields";
import { declarationOf } from "./entities";
import type { InList } from "./in-list";

/** Changes of an entity's fields are made one after another; a field takes its place, key and slot alone. */
export async function lockFields(tx: Transaction, ctx: Context, entity: Entity): Promise<void> {
  if (!declarationOf(entity)) throw new AppError("INVALID", {}, { field: "entity" });
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`fields:${ctx.organizationId}:${entity}`}, 0))`,
  );
}

/** A field, locked. @throws NOT_FOUND */
export async function lockField(tx: Transaction, ctx: Context, fieldId: string): Promise<CustomField> {
  const mine = and(eq(customField.organizationId, ctx.organizationId), eq(customField.id, fieldId));
  const [found] = await tx.select({ entity: customField.entity }).from(customField).where(mine);
  if (!found) throw new AppError("NOT_FOUND");
  await lockFields(tx, ctx, found.entity);
  const [field] = await tx.select(customFieldShape).from(customField).where(mine).for("update");
  if (!field) throw new AppError("NOT_FOUND");
  return field;
}

/** Writes into a field's row. */
export async function setField(
  tx: Transaction,
  ctx: Context,
  fieldId: string,
  values: Partial<typeof customField.$inferInsert>,
): Promise<CustomField> {
  const [field] = await tx
    .update(customField)
    .set({ ...values, updatedAt: ctx.now() })
    .where(and(eq(customField.organizationId, ctx.organizationId), eq(customField.id, fieldId)))
    .returning(customFieldShape);
  if (!field) throw new AppError("NOT_FOUND");
  return field;
}

/** How many live fields the entity, or one list, has, and where the last one stands. */
export async function lastField(
  tx: Transaction,
  ctx: Context,
  { entity, listId }: InList,
): Promise<{ count: number; position: string | null }> {
  const theirs = and(
    eq(customField.organizationId, ctx.organizationId),
    eq(customField.entity, entity),
    listId ? eq(customField.listId, listId) : undefined,
  );
  const count = await tx.$count(customField, and(theirs, isNull(customField.archivedAt)));
  const [last] = await tx
    .select({ position: customField.position })
    .from(customField)
    .where(theirs)
    .orderBy(desc(customField.position))
    .limit(1);
  return { count, position: last?.position ?? null };
}

export function about({ entity, key, label }: CustomField) {
  return { entity, key, label };
}
