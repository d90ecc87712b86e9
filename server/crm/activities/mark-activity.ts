import type { z } from "zod";
import { activity } from "@/db/schema/crm";
import { type Context, inOrganization, recordEvent } from "@/server/platform";
import { alarmsOf } from "./alarms";
import type { Activity, ActivityId, CompleteActivity } from "./contract";
import { activityDone, activityReopened } from "./events";
import { about, activityOf, lockActivity } from "./shape";

/** Marks it done, with what came of it; doing so twice changes nothing. @throws NOT_FOUND, FORBIDDEN */
export function completeActivity(ctx: Context, { activityId, result }: CompleteActivity): Promise<Activity> {
  return mark(ctx, activityId, ctx.now(), result);
}

/** The undo of `completeActivity`. @throws NOT_FOUND, FORBIDDEN */
export function reopenActivity(ctx: Context, { activityId }: z.output<typeof ActivityId>): Promise<Activity> {
  return mark(ctx, activityId, null, undefined);
}

async function mark(
  ctx: Context,
  id: string,
  doneAt: Date | null,
  result: string | null | undefined,
): Promise<Activity> {
  return inOrganization(ctx, async (tx) => {
    const { before, subject } = await lockActivity(tx, ctx, id);
    if ((before.doneAt === null) === (doneAt === null)) return before;
    const after = { ...before, doneAt, result: result === undefined ? before.result : result };
    await tx
      .update(activity)
      .set({
        doneAt,
        result: after.result,
        ...alarmsOf(after, ctx.timeZone, ctx.now()),
        updatedAt: ctx.now(),
      })
      .where(activityOf(ctx, id));
    await recordEvent(tx, ctx, doneAt ? activityDone : activityReopened, {
      recordId: subject.id,
      entity: subject.entity,
      data: { ...about(after), ...(doneAt && after.result && { result: after.result }) },
    });
    return after;
  });
}
