import { dayAt, startOfDay } from "@/server/filter";
import type { Activity } from "./contract";

type Timed = Pick<Activity, "dueAt" | "allDay" | "doneAt" | "remindMinutes">;
type Alarms = { remindAt: Date | null; overdueAt: Date | null };

const minute = 60_000;

/**
 * When the owner is to be reminded of an activity, and told that it is overdue: a day's activity is overdue when its day
 * has ended in the organization's time zone. What is past already is not told of again. Null: never.
 */
export function alarmsOf(activity: Timed, timeZone: string, now: Date): Alarms {
  const { dueAt, doneAt, remindMinutes } = activity;
  if (!dueAt || doneAt) return { remindAt: null, overdueAt: null };
  const ends = activity.allDay ? endOfDay(dueAt, timeZone) : dueAt;
  return {
    overdueAt: ends > now ? ends : null,
    remindAt:
      remindMinutes === null || dueAt <= now ? null : new Date(dueAt.getTime() - remindMinutes * minute),
  };
}

function endOfDay(instant: Date, timeZone: string): Date {
  const { year, month, day } = dayAt(instant, timeZone);
  return startOfDay({ year, month, day: day + 1 }, timeZone);
}
