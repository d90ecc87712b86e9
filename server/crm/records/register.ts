import { and, eq } from "drizzle-orm";
import { record } from "@/db/schema/crm-records";
import type { Context, Entity, Transaction } from "@/server/platform";
import { searchText } from "./spelling";

/**
 * How a record comes to be: as a sample of onboarding; incomplete, on the way to something else (a lead's conversion, a
 * name typed beside a deal), so that fields the organization requires may still be lacking.
 */
export type Creation = { isSample?: boolean; incomplete?: boolean };

type Named = { id: string; title: string; others?: readonly string[] };

/** Makes a record known before its own row is written. `others` are texts it is found by besides its title. */
export async function registerRecord(
  tx: Transaction,
  ctx: Context,
  { id, entity, title, others = [] }: Named & { entity: Entity },
): Promise<void> {
  await tx.insert(record).values({
    organizationId: ctx.organizationId,
    id,
    entity,
    title,
    search: searchText(title, others),
  });
}

/** Gives a record its new title, and what it is found by now. */
export async function renameRecord(
  tx: Transaction,
  ctx: Context,
  { id, title, others = [] }: Named,
): Promise<void> {
  await tx
    .update(record)
    .set({ title, search: searchText(title, others) })
    .where(and(eq(record.organizationId, ctx.organizationId), eq(record.id, id)));
}

/** Hides a record from search and links while it is in the trash; null brings it back. */
export async function markDeleted(
  tx: Transaction,
  ctx: Context,
  id: string,
  deletedAt: Date | null,
): Promise<void> {
  await tx
    .update(record)
    .set({ deletedAt })
    .where(and(eq(record.organizationId, ctx.organizationId), eq(record.id, id)));
}
