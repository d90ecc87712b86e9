"use client";

import { useFormatter } from "next-intl";
import { spanParts } from "./span";

/** Moments and lengths of time in the reader's language and own time zone. Not for the server: it knows neither. */
export function useTimes() {
  const format = useFormatter();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return {
    /** "12 Mar, 14:05:09" */
    moment: (instant: Date) =>
      format.dateTime(instant, {
        day: "numeric",
        month: "short",
        hour: "2-digit",
        minute: "2-digit",
        second: "2-digit",
        timeZone,
      }),
    /** "5 minutes ago", "in 2 hours" */
    relative: (instant: Date, now: Date) => format.relativeTime(instant, now),
    /** "3 min 12 s" */
    span: (milliseconds: number) =>
      spanParts(milliseconds)
        .map(({ amount, unit }) => format.number(amount, { style: "unit", unit, unitDisplay: "short" }))
        .join(" "),
    count: (value: number) => format.number(value),
  };
}

/** From one instant to another, or until now, in milliseconds; null when it has not begun. */
export function elapsed(from: Date | null, to: Date | null, now: Date): number | null {
  return from && Math.max(0, (to ?? now).getTime() - from.getTime());
}
