import { type Day, parseDay, plusDays, plusMonths, weekday } from "@/server/filter/zone";

export const calendarViews = ["month", "week", "day"] as const;
export type CalendarView = (typeof calendarViews)[number];

/** A day as the address and the controls write it: `yyyy-MM-dd`. */
export function written({ year, month, day }: Day): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}`;
}

function read(day: string): Day {
  return parseDay(day) ?? { year: 2000, month: 1, day: 1 };
}

/** The days a view shows: whole weeks from Monday for a month, a week, or the one day. */
export function daysShown(view: CalendarView, day: string): string[] {
  const at = read(day);
  if (view === "day") return [day];
  if (view === "week") return run(plusDays(at, -weekday(at)), 7);
  const first = { ...at, day: 1 };
  const start = plusDays(first, -weekday(first));
  const last = plusDays(plusMonths(first, 1), -1);
  const weeks = Math.ceil((weekday(first) + last.day) / 7);
  return run(start, weeks * 7);
}

function run(from: Day, count: number): string[] {
  return Array.from({ length: count }, (_, place) => written(plusDays(from, place)));
}

/** The same place in the view before or after. */
export function turned(view: CalendarView, day: string, by: 1 | -1): string {
  const at = read(day);
  if (view === "month") return written(plusMonths(at, by));
  return written(plusDays(at, view === "week" ? 7 * by : by));
}

/** The day some days later. */
export function daysAfter(day: string, days: number): string {
  return written(plusDays(read(day), days));
}
