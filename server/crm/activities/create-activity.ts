import { activity } from "@/db/schema/crm";
import { subjectOf } from "@/server/crm/registry";
import { assertMember } from "@/server/identity";
import { authorize, type Context, inOrganization, invariant, recordEvent } from "@/server/platform";
import { alarmsOf } from "./alarms";
import { type Activity, CreateActivity } from "./contract";
import { activityCreated } from "./events";
import { about, activityShape } from "./shape";

/**
 * Plans something about a record, or writes down what has been done; its owner is the record's unless named, and of what
 * is done already, whoever did it. @throws NOT_FOUND, FORBIDDEN, INVALID
 */
export async function createActivity(ctx: Context, input: CreateActivity): Promise<Activity> {
  const { done, ...values } = CreateActivity.parse(input);
  return inOrganization(ctx, async (tx) => {
    const subject = await subjectOf(tx, ctx, values.recordId);
    authorize(ctx, `${subject.entity}.edit`, subject);
    await assertMember(tx, ctx, values.ownerId);
    const timed = {
      ...values,
      dueAt: values.dueAt ?? null,
      remindMinutes: values.remindMinutes ?? null,
      doneAt: done ? (values.dueAt && values.dueAt < ctx.now() ? values.dueAt : ctx.now()) : null,
      ownerId: values.ownerId ?? (done && ctx.member ? ctx.member.id : subject.ownerId),
    };
    const [created] = await tx
      .insert(activity)
      .values({
        ...timed,
        ...alarmsOf(timed, ctx.timeZone, ctx.now()),
        organizationId: ctx.organizationId,
        id: ctx.newId(),
        createdBy: ctx.actor,
        createdAt: ctx.now(),
      })
      .returning(activityShape);
    invariant(created, "an insert returns its row");
    await recordEvent(tx, ctx, activityCreated, {
      recordId: subject.id,
      entity: subject.entity,
      data: {
        ...about(created),
        dueAt: created.dueAt?.toISOString() ?? null,
        ownerId: created.ownerId,
        ...(done && { done: true, description: created.description }),
      },
    });
    return created;
  });
}
