import { dayAt, offsetAt, parseDay, plusDays } from "@/server/filter/zone";
import type { Context } from "./context";

/** The organization's calendar day of an instant, `yyyy-MM-dd`; today's without one. */
export function dayIn({ timeZone, now }: Pick<Context, "timeZone" | "now">, instant: Date = now()): string {
  const { year, month, day } = dayAt(instant, timeZone);
  return [String(year).padStart(4, "0"), two(month), two(day)].join("-");
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
  const later = plusDays(parsed, days);
  return [String(later.year).padStart(4, "0"), two(later.month), two(later.day)].join("-");
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
