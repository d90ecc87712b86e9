import { z } from "zod";
import type { Entity } from "@/server/platform/permissions";
import { optionalText, requiredText } from "@/server/platform/text";

export const activityKinds = ["call", "meeting", "email", "note", "todo"] as const;
export type ActivityKind = (typeof activityKinds)[number];

export type Activity = {
  id: string;
  recordId: string;
  kind: ActivityKind;
  title: string;
  description: string | null;
  dueAt: Date | null;
  /** Only the day of `dueAt` counts. */
  allDay: boolean;
  durationMinutes: number | null;
  doneAt: Date | null;
  /** What came of it. */
  result: string | null;
  ownerId: string | null;
  /** How long before `dueAt` the owner is reminded; null: not at all. */
  remindMinutes: number | null;
  createdAt: Date;
};

/** An activity beside what it is about. */
export type AgendaItem = Activity & { record: { id: string; entity: Entity; title: string } };

/** What may be chosen as a reminder; others are taken too. */
export const reminderMinutes = [0, 5, 15, 30, 60, 24 * 60] as const;

const fields = {
  kind: z.enum(activityKinds),
  title: requiredText(300),
  description: optionalText(10_000),
  dueAt: z.date().nullish(),
  allDay: z.boolean(),
  durationMinutes: z
    .number()
    .int()
    .min(1)
    .max(7 * 24 * 60)
    .nullish(),
  ownerId: z.uuid().nullish(),
  remindMinutes: z
    .number()
    .int()
    .min(0)
    .max(30 * 24 * 60)
    .nullish(),
  result: optionalText(10_000),
};

export const CreateActivity = z.strictObject({
  ...fields,
  recordId: z.uuid(),
  kind: fields.kind.default("todo"),
  allDay: fields.allDay.default(false),
  /** It has happened already: a call that is written down. */
  done: z.boolean().default(false),
});
export type CreateActivity = z.input<typeof CreateActivity>;

export const ActivityId = z.strictObject({ activityId: z.uuid() });
export const CompleteActivity = ActivityId.extend({ result: fields.result.optional() });
export type CompleteActivity = z.output<typeof CompleteActivity>;

export const ChangeActivity = z.strictObject({
  activityId: z.uuid(),
  changes: z.strictObject(fields).partial(),
});
export type ChangeActivity = z.output<typeof ChangeActivity>;

/** Activities of a period and those that are behind, for a calendar and for a list of one's own. */
export const AgendaQuery = z.strictObject({
  /** Due from, and before; absent: any time, and no time at all. */
  from: z.date().optional(),
  to: z.date().optional(),
  /** Absent: everybody's. */
  memberIds: z.array(z.uuid()).max(50).optional(),
  kinds: z.array(z.enum(activityKinds)).max(activityKinds.length).optional(),
  state: z.enum(["open", "done", "all"]).default("all"),
  limit: z.number().int().min(1).max(1_000).default(500),
});
export type AgendaQuery = z.output<typeof AgendaQuery>;
