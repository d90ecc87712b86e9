import { and, asc, eq, isNull, lte, or } from "drizzle-orm";
import { activity } from "@/db/schema/crm";
import { subjectOf } from "@/server/crm/registry";
import { AppError, asWorker, type Context, inOrganization, recordEvent } from "@/server/platform";
import { activityOverdue, activityRemindDue } from "./events";
import { about, activityOf, activityShape } from "./shape";

export type DueAlarm = { organizationId: string; activityId: string };

/** Activities whose reminder or end has come, over all organizations, the longest waiting first. */
export function dueAlarms(now: Date): Promise<DueAlarm[]> {
  return asWorker((tx) =>
    tx
      .select({ organizationId: activity.organizationId, activityId: activity.id })
      .from(activity)
      .where(or(lte(activity.remindAt, now), lte(activity.overdueAt, now)))
      .orderBy(asc(activity.id))
      .limit(1_000),
  );
}

/**
 * Records that the owner is to be told of an activity now. The row is the truth: one that was moved, done or deleted
 * meanwhile rings no more, and one that has rung does so once.
 */
export async function ringAlarms(ctx: Context, { activityId }: { activityId: string }): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const [row] = await tx
      .select({ ...activityShape, remindAt: activity.remindAt, overdueAt: activity.overdueAt })
      .from(activity)
      .where(and(activityOf(ctx, activityId), isNull(activity.doneAt)))
      .for("update");
    const reminds = row?.remindAt && row.remindAt <= ctx.now();
    const isOver = row?.overdueAt && row.overdueAt <= ctx.now();
    if (!row || (!reminds && !isOver)) return;
    await tx
      .update(activity)
      .set({ ...(reminds && { remindAt: null }), ...(isOver && { overdueAt: null }) })
      .where(and(eq(activity.organizationId, ctx.organizationId), eq(activity.id, activityId)));
    const subject = await subjectOf(tx, ctx, row.recordId).catch(absent);
    if (!subject || !row.ownerId || !row.dueAt) return;
    // A reminder that comes only now, when the time has passed, has nothing more to say.
    await recordEvent(tx, ctx, isOver ? activityOverdue : activityRemindDue, {
      recordId: subject.id,
      entity: subject.entity,
      data: { ...about(row), ownerId: row.ownerId, dueAt: row.dueAt.toISOString() },
    });
  });
}

// Of a record in the trash nobody is reminded.
function absent(refusal: unknown): null {
  if (refusal instanceof AppError) return null;
  throw refusal;
}
