import { dayAt, dayText, offsetAt } from "@/server/filter/zone";

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
