import { zoneClock } from "../values/zone";

const NOON = 12 * 3_600_000;

/** An instant that the plan read; null where the row has none. */
export function importDate(value: unknown): Date | null {
  return typeof value === "string" ? new Date(value) : null;
}

/** A day that the plan read, as records keep days: its noon in the workspace's time zone. An instant stays as it is. */
export function importDay(value: unknown, timeZone: string): Date | null {
  if (typeof value !== "string") return null;
  if (value.length > 10) return new Date(value);
  return new Date(zoneClock(timeZone)(Date.parse(`${value}T00:00:00Z`) + NOON));
}
