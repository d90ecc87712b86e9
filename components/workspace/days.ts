import { offsetAt } from "@/server/filter/zone";

/** The calendar day of an instant in a time zone, as `yyyy-MM-dd`. */
export function dayOf(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(instant);
}

/**
 * Noon of a day (`yyyy-MM-dd`) in a time zone: far from both midnights, so that the day stays the same when the
 * workspace moves to a neighbouring zone.
 */
export function instantOf(day: string, timeZone: string): Date {
  const asIfUtc = new Date(`${day}T12:00:00Z`).getTime();
  return new Date(asIfUtc - offsetAt(asIfUtc, timeZone));
}
