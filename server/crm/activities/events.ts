import { defineEvent } from "@/server/platform";

type About = { activityId: string; title: string; kind: string };

export const activityCreated = defineEvent<
  About & { dueAt: string | null; ownerId: string | null; done?: boolean; description?: string | null }
>("activity.created", "deal");
export const activityDone = defineEvent<About & { result?: string | null }>("activity.done", "deal");
export const activityReopened = defineEvent<About>("activity.reopened", "deal");

/** `changes` holds each changed field's value before and after. */
export const activityChanged = defineEvent<
  About & { changes: Record<string, { from: unknown; to: unknown }>; ownerId: string | null }
>("activity.changed", "deal");
export const activityDeleted = defineEvent<About>("activity.deleted", "deal");
export const activityRestored = defineEvent<About>("activity.restored", "deal");

/** Its time has come near, or has passed: the owner is to be told. */
type Alarm = About & { ownerId: string; dueAt: string };
export const activityRemindDue = defineEvent<Alarm>("activity.remind_due", "deal");
export const activityOverdue = defineEvent<Alarm>("activity.overdue", "deal");
