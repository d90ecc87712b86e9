import { dayAt, dayText, offsetAt, parseDay } from "@/server/filter/zone";

/** The calendar day of an instant in a time zone, as `yyyy-MM-dd`. */
export function dayOf(instant: Date, timeZone: string): string {
  return dayText(dayAt(instant, timeZone));
}

/**
 * Noon of a day (`yyyy-MM-dd`) in a time zone: far from both midnights, so that the day stays the same when the
 * workspace moves to a neighbouring zone.
 */
export function instantOf(day: string, timeZone: string): Date {
  return instantAt(day, "12:00", timeZone);
}

/** The instant of a time (`HH:mm`) on a day in a time zone. */
export function instantAt(day: string, clock: string, timeZone: string): Date {
  const asIfUtc = new Date(`${day}T${clock}:00Z`).getTime();
  const first = asIfUtc - offsetAt(asIfUtc, timeZone);
  // Near a change of the clocks the offset of the guess is not that of the answer.
  return new Date(asIfUtc - offsetAt(first, timeZone));
}

/** The time of day of an instant in a time zone, as `HH:mm`. */
export function clockOf(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(instant);
}

/**
 * The day a date of a record names, as `yyyy-MM-dd`; null for what is none. A day without a time is that day wherever it is
 * read; an instant is on a day of the time zone.
 */
export function dayNamed(value: unknown, timeZone: string): string | null {
  if (typeof value === "string" && parseDay(value)) return value;
  const at = value instanceof Date ? value : typeof value === "string" ? new Date(value) : null;
  return at && !Number.isNaN(at.getTime()) ? dayOf(at, timeZone) : null;
}

/** A day as an instant to be formatted in UTC, which turns it nowhere. */
export function inUtc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
