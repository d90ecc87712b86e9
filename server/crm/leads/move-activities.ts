import { and, eq, inArray, isNull } from "drizzle-orm";
import { activity } from "@/db/schema/crm";
import type { Context, Transaction } from "@/server/platform";

type Move = {
  from: string;
  to: string;
  /** Absent: all of them. */
  only?: string[];
};

/**
 * Gives what is still to be done about one record to another; what is done stays in the history of the first. The caller
 * has asked whether that may be. @returns the ids of what was moved
 */
export async function moveOpenActivities(
  tx: Transaction,
  ctx: Context,
  { from, to, only }: Move,
): Promise<string[]> {
  const moved = await tx
    .update(activity)
    .set({ recordId: to, updatedAt: ctx.now() })
    .where(
      and(
        eq(activity.organizationId, ctx.organizationId),
        eq(activity.recordId, from),
        only && inArray(activity.id, only),
        isNull(activity.doneAt),
        isNull(activity.deletedAt),
      ),
    )
    .returning({ id: activity.id });
  return moved.map(({ id }) => id);
}
