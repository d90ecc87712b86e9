import type { z } from "zod";
import { activity } from "@/db/schema/crm";
import { type Context, inOrganization, recordEvent } from "@/server/platform";
import { alarmsOf } from "./alarms";
import type { ActivityId } from "./contract";
import { activityDeleted, activityRestored } from "./events";
import { about, activityOf, lockActivity } from "./shape";

/** Takes an activity off its record; `restoreActivity` brings it back. @throws NOT_FOUND, FORBIDDEN */
export async function deleteActivity(
  ctx: Context,
  { activityId }: z.output<typeof ActivityId>,
): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const { before, subject } = await lockActivity(tx, ctx, activityId);
    await tx
      .update(activity)
      .set({ deletedAt: ctx.now(), remindAt: null, overdueAt: null })
      .where(activityOf(ctx, activityId));
    await recordEvent(tx, ctx, activityDeleted, {
      recordId: subject.id,
      entity: subject.entity,
      data: about(before),
    });
  });
}

/** The undo of `deleteActivity`. @throws NOT_FOUND, FORBIDDEN */
export async function restoreActivity(
  ctx: Context,
  { activityId }: z.output<typeof ActivityId>,
): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const { before, subject } = await lockActivity(tx, ctx, activityId, "deleted");
    await tx
      .update(activity)
      .set({ deletedAt: null, ...alarmsOf(before, ctx.timeZone, ctx.now()) })
      .where(activityOf(ctx, activityId, "deleted"));
    await recordEvent(tx, ctx, activityRestored, {
      recordId: subject.id,
      entity: subject.entity,
      data: about(before),
    });
  });
}
