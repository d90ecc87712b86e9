import { and, eq, isNull, sql } from "drizzle-orm";
import { deal } from "@/db/schema/crm";
import { type Context, recordEvent, type Transaction } from "@/server/platform";
import { dealUpdated } from "./events";

/** How many deals a member owns, closed ones among them. */
export function countDealsOf(tx: Transaction, ctx: Context, ownerId: string): Promise<number> {
  return tx.$count(deal, ownedBy(ctx, ownerId));
}

/** Gives every deal of a member to another; the caller has asked whether that may be. */
export async function handOverDeals(
  tx: Transaction,
  ctx: Context,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const handed = await tx
    .update(deal)
    .set({ ownerId: to, version: sql`${deal.version} + 1`, updatedAt: ctx.now() })
    .where(ownedBy(ctx, from))
    .returning({ id: deal.id, title: deal.title, version: deal.version });
  for (const { id, title, version } of handed) {
    const changes = { ownerId: { from, to } };
    await recordEvent(tx, ctx, dealUpdated, { recordId: id, version, data: { title, changes } });
  }
}

function ownedBy(ctx: Context, ownerId: string) {
  return and(eq(deal.organizationId, ctx.organizationId), eq(deal.ownerId, ownerId), isNull(deal.deletedAt));
}
