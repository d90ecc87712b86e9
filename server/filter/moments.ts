import { z } from "zod";
import { type Day, dayAt, parseDay, plusDays, plusMonths, startOfDay, utc, weekday } from "./zone";

const calendarUnits = ["day", "week", "month", "quarter", "year"] as const;
type CalendarUnit = (typeof calendarUnits)[number];

const count = z.number().int().min(1).max(10_000);

/**
 * A time named from where one stands. `last` and `next` with a count include today ("the last 7 days"); without one
 * they are whole calendar units ("last month"). `ago` and `ahead` name one day, or one instant by the hour.
 */
export const relativeSchema = z.union([
  z.strictObject({ relative: z.enum(["now", "today", "yesterday", "tomorrow"]) }),
  z.strictObject({ relative: z.literal("this"), unit: z.enum(calendarUnits) }),
  z.strictObject({
    relative: z.enum(["last", "next"]),
    unit: z.enum(calendarUnits),
    count: count.optional(),
  }),
  z.strictObject({
    relative: z.enum(["ago", "ahead"]),
    unit: z.enum(["minute", "hour", ...calendarUnits]),
    count,
  }),
]);
export type Relative = z.output<typeof relativeSchema>;

/** From `from` up to, not including, `to`. An instant is one millisecond long. */
export type Period = { from: Date; to: Date };

/** When and where a filter is asked, and by whom. */
export type Clock = { now: Date; timeZone: string; memberId: string | null };

/** The period a value stands for: a `Date`, ISO text, a day as "2026-03-08", or a relative one. Null for none of these. */
export function periodOf(value: unknown, clock: Clock): Period | null {
  if (value instanceof Date) return isReal(value) ? instant(value) : null;
  if (typeof value === "string") return periodOfText(value, clock);
  const relative = relativeSchema.safeParse(value);
  return relative.success ? periodOfRelative(relative.data, clock) : null;
}

/** The same in whole days, as midnights UTC: for fields that hold a day and no time. */
export function inDays({ from, to }: Period, timeZone: string): Period {
  const last = dayAt(new Date(to.getTime() - 1), timeZone);
  return { from: new Date(utc(dayAt(from, timeZone))), to: new Date(utc(plusDays(last, 1))) };
}

function periodOfText(text: string, clock: Clock): Period | null {
  const day = parseDay(text);
  if (day) return days(day, plusDays(day, 1), clock);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null;
  const at = new Date(text);
  return isReal(at) ? instant(at) : null;
}

function periodOfRelative(relative: Relative, clock: Clock): Period {
  const today = dayAt(clock.now, clock.timeZone);
  if (relative.relative === "ago" || relative.relative === "ahead") return awayFrom(relative, today, clock);
  if (relative.relative === "this") return unitFrom(today, relative.unit, 0, clock);
  if (relative.relative === "last" || relative.relative === "next") return around(relative, today, clock);
  if (relative.relative === "now") return instant(clock.now);
  const shift = { today: 0, yesterday: -1, tomorrow: 1 }[relative.relative];
  return days(plusDays(today, shift), plusDays(today, shift + 1), clock);
}

type Around = Extract<Relative, { relative: "last" | "next" }>;

function around({ relative, unit, count: units }: Around, today: Day, clock: Clock): Period {
  if (units === undefined) return unitFrom(today, unit, relative === "last" ? -1 : 1, clock);
  return relative === "last"
    ? days(plus(today, unit, -units), plusDays(today, 1), clock)
    : days(today, plusDays(plus(today, unit, units), 1), clock);
}

type Away = Extract<Relative, { relative: "ago" | "ahead" }>;

function awayFrom({ relative, unit, count: units }: Away, today: Day, clock: Clock): Period {
  const shift = relative === "ago" ? -units : units;
  if (unit === "minute" || unit === "hour") {
    return instant(new Date(clock.now.getTime() + shift * (unit === "hour" ? 3_600_000 : 60_000)));
  }
  const day = plus(today, unit, shift);
  return days(day, plusDays(day, 1), clock);
}

/** The calendar unit the day is in, moved by some units. */
function unitFrom(today: Day, unit: CalendarUnit, shift: number, clock: Clock): Period {
  const start = plus(startOf(today, unit), unit, shift);
  return days(start, plus(start, unit, 1), clock);
}

function startOf(day: Day, unit: CalendarUnit): Day {
  if (unit === "day") return day;
  if (unit === "week") return plusDays(day, -weekday(day));
  if (unit === "year") return { year: day.year, month: 1, day: 1 };
  const month = unit === "month" ? day.month : day.month - ((day.month - 1) % 3);
  return { year: day.year, month, day: 1 };
}

function plus(day: Day, unit: CalendarUnit, units: number): Day {
  if (unit === "day") return plusDays(day, units);
  if (unit === "week") return plusDays(day, 7 * units);
  return plusMonths(day, { month: 1, quarter: 3, year: 12 }[unit] * units);
}

function days(from: Day, to: Day, { timeZone }: Clock): Period {
  return { from: startOfDay(from, timeZone), to: startOfDay(to, timeZone) };
}

function instant(at: Date): Period {
  return { from: at, to: new Date(at.getTime() + 1) };
}

// What Postgres and JavaScript both can hold.
function isReal(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999;
}
