import { and, eq, isNull } from "drizzle-orm";
import { activity } from "@/db/schema/crm";
import type { Context, Transaction } from "@/server/platform";

/** How many activities a member still has to do. */
export function countOpenActivities(tx: Transaction, ctx: Context, ownerId: string): Promise<number> {
  return tx.$count(activity, openOf(ctx, ownerId));
}

/** Gives what a member still had to do to another; the caller has asked whether that may be. */
export async function handOverActivities(
  tx: Transaction,
  ctx: Context,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await tx.update(activity).set({ ownerId: to, updatedAt: ctx.now() }).where(openOf(ctx, from));
}

function openOf(ctx: Context, ownerId: string) {
  return and(
    eq(activity.organizationId, ctx.organizationId),
    eq(activity.ownerId, ownerId),
    isNull(activity.doneAt),
    isNull(activity.deletedAt),
  );
}
