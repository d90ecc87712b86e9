import { useLocale } from "next-intl";

/** A day of a rate, `yyyy-MM-dd`, in words. */
export function useDayText() {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  return { dayText: (day: string) => format.format(new Date(`${day}T00:00:00Z`)) };
}
