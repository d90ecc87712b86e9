import { dayAt, dayText, offsetAt, parseDay, plusDays } from "@/server/filter/zone";
import type { Context } from "./context";

/** The organization's calendar day of an instant, `yyyy-MM-dd`; today's without one. */
export function dayIn({ timeZone, now }: Pick<Context, "timeZone" | "now">, instant: Date = now()): string {
  return dayText(dayAt(instant, timeZone));
}

/** Noon of a day (`yyyy-MM-dd`) in the organization's time zone: how a record keeps a day. @throws on other texts */
export function noonOf({ timeZone }: Pick<Context, "timeZone">, day: string): Date {
  const asIfUtc = new Date(`${day}T12:00:00Z`).getTime();
  return new Date(asIfUtc - offsetAt(asIfUtc, timeZone));
}

/** The day some days after another, `yyyy-MM-dd` both. */
export function dayAfter(day: string, days: number): string {
  const parsed = parseDay(day);
  if (!parsed) throw new Error(`${day} is not a day`);
  return dayText(plusDays(parsed, days));
}
