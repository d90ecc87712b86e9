"use client";

import { useFormatter } from "next-intl";
import { clockOf, dayNamed, dayOf, instantAt, instantOf, inUtc } from "./days";
import { useMinute } from "./use-minute";
import { useWorkspace } from "./workspace";

/** Moments in words and as days, in the reader's language and the workspace's time zone. */
export function useDates() {
  const { timeZone } = useWorkspace();
  const format = useFormatter();
  const now = useMinute();
  const today = dayOf(now, timeZone);
  const yearBeside = (day: string) => (day.slice(0, 4) === today.slice(0, 4) ? undefined : "numeric");
  return {
    /** "12 Mar", with the year when it is another. */
    day: (instant: Date) => {
      const year = yearBeside(dayOf(instant, timeZone));
      return format.dateTime(instant, { day: "numeric", month: "short", year, timeZone });
    },
    /** The same of what a record keeps as a date: a day without a time, or an instant of one; null for none. */
    dayIn: (value: unknown) => {
      const named = dayNamed(value, timeZone);
      if (!named) return null;
      const year = yearBeside(named);
      return format.dateTime(inUtc(named), { day: "numeric", month: "short", year, timeZone: "UTC" });
    },
    /** "12 Mar, 14:05", with the year when it is another. */
    shortMoment: (instant: Date) => {
      const year = yearBeside(dayOf(instant, timeZone));
      const time = { hour: "numeric", minute: "2-digit" } as const;
      return format.dateTime(instant, { day: "numeric", month: "short", year, ...time, timeZone });
    },
    /** "12 March 2026, 14:05" */
    moment: (instant: Date) => format.dateTime(instant, { dateStyle: "long", timeStyle: "short", timeZone }),
    /** "14:05" */
    time: (instant: Date) => format.dateTime(instant, { timeStyle: "short", timeZone }),
    /** "5 minutes ago" */
    ago: (instant: Date) => format.relativeTime(instant, instant > now ? instant : now),
    /** Whether the day has passed in the workspace. */
    past: (instant: Date) => dayOf(instant, timeZone) < today,
    /** The day of what a record keeps as a date, `yyyy-MM-dd`. */
    dayNamed: (value: unknown) => dayNamed(value, timeZone),
    toDay: (instant: Date | null) => (instant ? dayOf(instant, timeZone) : null),
    /** "14:05" as a time input has it, and the instant of a time on a day. */
    clock: (instant: Date) => clockOf(instant, timeZone),
    atClock: (day: string, clock: string) => instantAt(day, clock, timeZone),
    /** The same time on a day as a moment had; a day chosen first begins at nine. */
    onDay: (day: string, before: Date | null) =>
      instantAt(day, before ? clockOf(before, timeZone) : "09:00", timeZone),
    fromDay: (day: string | null) => (day ? instantOf(day, timeZone) : null),
    today,
    now,
  };
}
