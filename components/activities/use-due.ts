"use client";

import { useDates } from "@/components/workspace/dates";
import type { Activity } from "@/server/crm/activities/contract";

/** When an activity is due, in words, and whether that has passed. */
export function useDue() {
  const { day, time, past, now } = useDates();
  const isLate = ({ dueAt, allDay, doneAt }: Activity) =>
    !doneAt && dueAt !== null && (allDay ? past(dueAt) : dueAt < now);
  const said = ({ dueAt, allDay }: Activity) =>
    dueAt ? (allDay ? day(dueAt) : `${day(dueAt)}, ${time(dueAt)}`) : null;
  return { isLate, said };
}
