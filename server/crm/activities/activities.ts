import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { activity } from "@/db/schema/crm";
import { assertMember } from "@/server/identity";
import { AppError, authorize, type Context, inOrganization, invariant, recordEvent } from "@/server/platform";
import { subjectOf } from "../registry";
import { type Activity, type ActivityId, CreateActivity } from "./contract";
import { activityCreated, activityDone, activityReopened } from "./events";

const shape = {
  id: activity.id,
  recordId: activity.recordId,
  kind: activity.kind,
  title: activity.title,
  description: activity.description,
  dueAt: activity.dueAt,
  doneAt: activity.doneAt,
  ownerId: activity.ownerId,
  createdAt: activity.createdAt,
};

/** Plans something about a record; its owner is the record's unless named. @throws NOT_FOUND, INVALID */
export async function createActivity(ctx: Context, input: CreateActivity): Promise<Activity> {
  const values = CreateActivity.parse(input);
  return inOrganization(ctx, async (tx) => {
    const subject = await subjectOf(tx, ctx, values.recordId);
    authorize(ctx, `${subject.entity}.edit`, subject);
    await assertMember(tx, ctx, values.ownerId);
    const [created] = await tx
      .insert(activity)
      .values({
        ...values,
        organizationId: ctx.organizationId,
        id: ctx.newId(),
        ownerId: values.ownerId ?? subject.ownerId,
        createdBy: ctx.actor,
        createdAt: ctx.now(),
      })
      .returning(shape);
    invariant(created, "an insert returns its row");
    await recordEvent(tx, ctx, activityCreated, {
      recordId: subject.id,
      entity: subject.entity,
      data: { ...about(created), dueAt: created.dueAt?.toISOString() ?? null },
    });
    return created;
  });
}

/** Marks it done; doing so twice changes nothing. @throws NOT_FOUND */
export function completeActivity(ctx: Context, input: z.output<typeof ActivityId>): Promise<Activity> {
  return mark(ctx, input.activityId, ctx.now());
}

/** The undo of `completeActivity`. @throws NOT_FOUND */
export function reopenActivity(ctx: Context, input: z.output<typeof ActivityId>): Promise<Activity> {
  return mark(ctx, input.activityId, null);
}

async function mark(ctx: Context, id: string, doneAt: Date | null): Promise<Activity> {
  return inOrganization(ctx, async (tx) => {
    const mine = and(eq(activity.organizationId, ctx.organizationId), eq(activity.id, id));
    const [before] = await tx.select(shape).from(activity).where(mine).for("update");
    if (!before) throw new AppError("NOT_FOUND");
    const subject = await subjectOf(tx, ctx, before.recordId);
    if (before.ownerId !== ctx.member?.id) authorize(ctx, `${subject.entity}.edit`, subject);
    if ((before.doneAt === null) === (doneAt === null)) return before;
    await tx.update(activity).set({ doneAt, updatedAt: ctx.now() }).where(mine);
    await recordEvent(tx, ctx, doneAt ? activityDone : activityReopened, {
      recordId: subject.id,
      entity: subject.entity,
      data: about(before),
    });
    return { ...before, doneAt };
  });
}

/** A record's activities, the newest first. @throws NOT_FOUND */
export async function listActivities(ctx: Context, { recordId }: { recordId: string }): Promise<Activity[]> {
  return inOrganization(ctx, async (tx) => {
    await subjectOf(tx, ctx, recordId);
    return tx
      .select(shape)
      .from(activity)
      .where(and(eq(activity.organizationId, ctx.organizationId), eq(activity.recordId, recordId)))
      .orderBy(desc(activity.createdAt), desc(activity.id))
      .limit(200);
  });
}

function about(one: Activity) {
  return { activityId: one.id, title: one.title, kind: one.kind };
}
