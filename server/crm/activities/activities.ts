import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { activity } from "@/db/schema/crm";
import { assertMember } from "@/server/identity";
import {
  AppError,
  authorize,
  type Context,
  inOrganization,
  invariant,
  joining,
  recordEvent,
} from "@/server/platform";
import { getDeal } from "../deals";
import { type Activity, type ActivityId, CreateActivity } from "./contract";
import { activityCreated, activityDone, activityReopened } from "./events";

const shape = {
  id: activity.id,
  dealId: activity.dealId,
  kind: activity.kind,
  title: activity.title,
  description: activity.description,
  dueAt: activity.dueAt,
  doneAt: activity.doneAt,
  ownerId: activity.ownerId,
  createdAt: activity.createdAt,
};

/** Plans something about a deal; its owner is the deal's unless named. @throws NOT_FOUND, INVALID */
export async function createActivity(ctx: Context, input: CreateActivity): Promise<Activity> {
  const values = CreateActivity.parse(input);
  return inOrganization(ctx, async (tx) => {
    const deal = await getDeal(joining(ctx, tx), { dealId: values.dealId });
    authorize(ctx, "deal.edit", deal);
    await assertMember(tx, ctx, values.ownerId);
    const [created] = await tx
      .insert(activity)
      .values({
        ...values,
        organizationId: ctx.organizationId,
        id: ctx.newId(),
        ownerId: values.ownerId ?? deal.ownerId,
        createdBy: ctx.actor,
        createdAt: ctx.now(),
      })
      .returning(shape);
    invariant(created, "an insert returns its row");
    await recordEvent(tx, ctx, activityCreated, {
      recordId: deal.id,
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
    const deal = await getDeal(joining(ctx, tx), { dealId: before.dealId });
    if (before.ownerId !== ctx.member?.id) authorize(ctx, "deal.edit", deal);
    if ((before.doneAt === null) === (doneAt === null)) return before;
    await tx.update(activity).set({ doneAt, updatedAt: ctx.now() }).where(mine);
    await recordEvent(tx, ctx, doneAt ? activityDone : activityReopened, {
      recordId: deal.id,
      data: about(before),
    });
    return { ...before, doneAt };
  });
}

/** A deal's activities, the newest first. @throws NOT_FOUND */
export async function listActivities(ctx: Context, { dealId }: { dealId: string }): Promise<Activity[]> {
  return inOrganization(ctx, async (tx) => {
    await getDeal(joining(ctx, tx), { dealId });
    return tx
      .select(shape)
      .from(activity)
      .where(and(eq(activity.organizationId, ctx.organizationId), eq(activity.dealId, dealId)))
      .orderBy(desc(activity.createdAt), desc(activity.id))
      .limit(200);
  });
}

function about(one: Activity) {
  return { activityId: one.id, title: one.title, kind: one.kind };
}
