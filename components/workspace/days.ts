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
  const asIfUtc = new Date(`${day}T12:00:00Z`);
  return new Date(asIfUtc.getTime() - offsetAt(asIfUtc, timeZone));
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(
    read("year"),
    read("month") - 1,
    read("day"),
    read("hour"),
    read("minute"),
    read("second"),
  );
  return wall - instant.getTime();
}
