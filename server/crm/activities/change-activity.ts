import { activity } from "@/db/schema/crm";
import { difference } from "@/server/crm/records";
import { assertMember } from "@/server/identity";
import { type Context, inOrganization, invariant, recordEvent } from "@/server/platform";
import { alarmsOf } from "./alarms";
import type { Activity, ChangeActivity } from "./contract";
import { activityChanged } from "./events";
import { about, activityOf, activityShape, lockActivity } from "./shape";

/**
 * Changes an activity: its words, time, owner or reminder, which then follow the new time.
 * @throws NOT_FOUND, FORBIDDEN, INVALID at `ownerId`
 */
export async function changeActivity(
  ctx: Context,
  { activityId, changes }: ChangeActivity,
): Promise<Activity> {
  return inOrganization(ctx, async (tx) => {
    const { before, subject } = await lockActivity(tx, ctx, activityId);
    const differs = difference(before, changes);
    if (!differs) return before;
    await assertMember(tx, ctx, changes.ownerId);
    const retimed = ["dueAt", "allDay", "remindMinutes"].some((key) => key in differs);
    const [after] = await tx
      .update(activity)
      .set({
        ...changes,
        ...(retimed && alarmsOf({ ...before, ...given(changes) }, ctx.timeZone, ctx.now())),
        updatedAt: ctx.now(),
      })
      .where(activityOf(ctx, activityId))
      .returning(activityShape);
    invariant(after, "a locked row is there");
    await recordEvent(tx, ctx, activityChanged, {
      recordId: subject.id,
      entity: subject.entity,
      data: { ...about(after), changes: differs, ownerId: after.ownerId },
    });
    return after;
  });
}

function given({ dueAt, allDay, remindMinutes }: ChangeActivity["changes"]) {
  return {
    ...(dueAt !== undefined && { dueAt }),
    ...(allDay !== undefined && { allDay }),
    ...(remindMinutes !== undefined && { remindMinutes }),
  };
}
