import type { Activity } from "@/server/crm/activities/contract";

/** What a form holds of an activity. */
export type ActivityDraft = Pick<
  Activity,
  "title" | "kind" | "description" | "dueAt" | "allDay" | "durationMinutes" | "ownerId" | "remindMinutes"
>;

/** An activity as a form begins with it. */
export const blankActivity: ActivityDraft = {
  ...{ title: "", kind: "todo", description: null, ownerId: null },
  ...{ dueAt: null, allDay: true, durationMinutes: null, remindMinutes: 15 },
};

/** Whether an activity has a time of its day, which a length and a reminder need. */
export function isTimed({ dueAt, allDay }: Pick<Activity, "dueAt" | "allDay">): boolean {
  return dueAt !== null && !allDay;
}

/** What is sent of a draft: without a time there is neither a length nor a reminder. */
export function sentOf<Draft extends ActivityDraft>(draft: Draft): Draft {
  return isTimed(draft) ? draft : { ...draft, durationMinutes: null, remindMinutes: null };
}
