import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { activity } from "@/db/schema/crm";
import { type Subject, subjectOf } from "@/server/crm/registry";
import { AppError, authorize, type Context, type Transaction } from "@/server/platform";
import type { Activity } from "./contract";

export const activityShape = {
  id: activity.id,
  recordId: activity.recordId,
  kind: activity.kind,
  title: activity.title,
  description: activity.description,
  dueAt: activity.dueAt,
  allDay: activity.allDay,
  durationMinutes: activity.durationMinutes,
  doneAt: activity.doneAt,
  result: activity.result,
  ownerId: activity.ownerId,
  remindMinutes: activity.remindMinutes,
  createdAt: activity.createdAt,
};

/** An activity by its id, live or deleted. */
export function activityOf(ctx: Context, id: string, where: "live" | "deleted" = "live") {
  const there = where === "live" ? isNull(activity.deletedAt) : isNotNull(activity.deletedAt);
  return and(eq(activity.organizationId, ctx.organizationId), eq(activity.id, id), there);
}

/**
 * Reads and locks an activity that the actor may change: their own, or one about a record they may edit.
 * @throws NOT_FOUND, FORBIDDEN
 */
export async function lockActivity(
  tx: Transaction,
  ctx: Context,
  id: string,
  where: "live" | "deleted" = "live",
): Promise<{ before: Activity; subject: Subject }> {
  const [before] = await tx
    .select(activityShape)
    .from(activity)
    .where(activityOf(ctx, id, where))
    .for("update");
  if (!before) throw new AppError("NOT_FOUND");
  const subject = await subjectOf(tx, ctx, before.recordId);
  if (before.ownerId !== ctx.member?.id) authorize(ctx, `${subject.entity}.edit`, subject);
  return { before, subject };
}

export function about(one: Activity) {
  return { activityId: one.id, title: one.title, kind: one.kind };
}
