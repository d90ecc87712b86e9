"use client";

import { type DateTimeFormatOptions, useFormatter } from "next-intl";

/** Says a day (`yyyy-MM-dd`) in words; it is the same day in every time zone. */
export function useDayName(): (day: string, options: DateTimeFormatOptions) => string {
  const format = useFormatter();
  return (day, options) => format.dateTime(new Date(`${day}T12:00:00Z`), { ...options, timeZone: "UTC" });
}
