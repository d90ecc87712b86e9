import { and, asc, eq, sql } from "drizzle-orm";
import { tag } from "@/db/schema/crm-around";
import { recordTypes } from "@/server/crm/registry";
import { fold } from "@/server/filter";
import { AppError, type Context, inOrganization, type Transaction } from "@/server/platform";
import type { Tag, TagUse } from "./contract";

export const tagShape = { id: tag.id, name: tag.name, colour: tag.colour };

/** The organization's tags by name, and on how many records each is. */
export async function listTags(ctx: Context): Promise<TagUse[]> {
  return inOrganization(ctx, async (tx) => {
    const tags = await tx
      .select(tagShape)
      .from(tag)
      .where(eq(tag.organizationId, ctx.organizationId))
      .orderBy(asc(tag.nameLower));
    if (tags.length === 0) return [];
    const uses = await usesOf(tx, ctx);
    return tags.map((one) => ({ ...one, records: uses.get(one.id) ?? 0 }));
  });
}

async function usesOf(tx: Transaction, ctx: Context): Promise<Map<string, number>> {
  const uses = new Map<string, number>();
  for (const { table } of recordTypes) {
    const { rows } = await tx.execute<{ id: string; records: number }>(
      sql`select one.id, count(*)::int as records from ${table}, jsonb_array_elements_text(${table.custom} -> 'tags') as one(id)
        where ${table.organizationId} = ${ctx.organizationId} and ${table.deletedAt} is null group by one.id`,
    );
    for (const { id, records } of rows) uses.set(id, (uses.get(id) ?? 0) + records);
  }
  return uses;
}

/** A tag, locked: nobody puts it on a record meanwhile. @throws NOT_FOUND */
export async function lockTag(tx: Transaction, ctx: Context, tagId: string): Promise<Tag> {
  const [found] = await tx.select(tagShape).from(tag).where(tagOf(ctx, tagId)).for("update");
  if (!found) throw new AppError("NOT_FOUND");
  return found;
}

/** The tag of this name in whatever case; null when there is none. */
export async function tagNamed(tx: Transaction, ctx: Context, name: string): Promise<Tag | null> {
  const [found] = await tx
    .select(tagShape)
    .from(tag)
    .where(and(eq(tag.organizationId, ctx.organizationId), eq(tag.nameLower, fold(name))));
  return found ?? null;
}

export function tagOf(ctx: Context, tagId: string) {
  return and(eq(tag.organizationId, ctx.organizationId), eq(tag.id, tagId));
}
