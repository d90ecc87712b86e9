/** A calendar day. Months are counted from 1. */
export type Day = { year: number; month: number; day: number };

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day it is at an instant, in a time zone. */
export function dayAt(instant: Date, timeZone: string): Day {
  const { year, month, day } = wallClock(instant.getTime(), timeZone);
  return { year, month, day };
}

/** The first moment of a day in a time zone, also where clocks are put forward at midnight. */
export function startOfDay(day: Day, timeZone: string): Date {
  const wanted = utc(day);
  // A zone is at most a day away from UTC and shifts at most once around: two corrections find the moment.
  const first = wanted - offsetAt(wanted, timeZone);
  const second = wanted - offsetAt(first, timeZone);
  const earliest = Math.min(first, second);
  const starts = [earliest, Math.max(first, second)].find((at) => isOn(at, day, timeZone));
  return new Date(starts ?? earliest);
}

/** How far a zone's clocks are ahead of UTC at an instant, both in ms. */
export function offsetAt(at: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = wallClock(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** The day some days later; earlier when negative. Days past a month's end run over into the next. */
export function plusDays({ year, month, day }: Day, days: number): Day {
  return dayOfUtc(new Date(Date.UTC(year, month - 1, day + days)));
}

/** The same day some months later, or the last of a shorter month. */
export function plusMonths({ year, month, day }: Day, months: number): Day {
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return { ...dayOfUtc(first), day: Math.min(day, last) };
}

/** Days from Monday: 0 to 6. */
export function weekday(day: Day): number {
  return (new Date(utc(day)).getUTCDay() + 6) % 7;
}

/** Midnight UTC of a day: how a day without a time is compared. */
export function utc({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day);
}

/** Reads "2026-03-08"; null for anything else, the 31st of April too. */
export function parseDay(text: string): Day | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return null;
  const day = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
  const same = dayOfUtc(new Date(utc(day)));
  return day.year >= 1000 && same.month === day.month && same.day === day.day ? day : null;
}

/** Writes a day as `parseDay` reads it. */
export function dayText({ year, month, day }: Day): string {
  return [String(year).padStart(4, "0"), two(month), two(day)].join("-");
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function dayOfUtc(date: Date): Day {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function isOn(at: number, day: Day, timeZone: string): boolean {
  return utc(wallClock(at, timeZone)) === utc(day);
}

function wallClock(at: number, timeZone: string) {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, hour, minute, second };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const numeric = "numeric";
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    hourCycle: "h23",
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formats.set(timeZone, made);
  return made;
}
