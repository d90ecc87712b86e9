import { useSyncExternalStore } from "react";
import type { ComboboxOption } from "@/components/ui/combobox";
import { cityName } from "./city-names";

type Language = "en" | "ru";

const known: Partial<Record<Language, ComboboxOption[]>> = {};

/**
 * Every time zone the browser knows, from west to east, and `extra` when it is not among them: by the city's name
 * with its present offset, found also by the name the zone has in programs.
 */
export function timeZoneOptions(extra: string, language: Language): ComboboxOption[] {
  // Some 400 formatters: made once a language.
  known[language] ??= [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])]
    .map((zone) => ({ minutes: offsetMinutes(zone), option: option(zone, language) }))
    .toSorted((a, b) => a.minutes - b.minutes || a.option.label.localeCompare(b.option.label, language))
    .map((one) => one.option);
  const zones = known[language];
  return zones.some(({ value }) => value === extra) ? zones : [option(extra, language), ...zones];
}

function option(value: string, language: Language): ComboboxOption {
  const label = value === "UTC" ? "UTC" : `${cityName(value, language)} (${offset(value)})`;
  return { value, label, keywords: value.replaceAll("_", " ") };
}

// "UTC+5:30"; "UTC+0" at zero.
function offset(timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts();
  return parts.find((part) => part.type === "timeZoneName")?.value.replace("GMT", "UTC") ?? "";
}

function offsetMinutes(timeZone: string): number {
  const [, sign, hours = "0", minutes = "0"] = /([+-])(\d+)(?::(\d+))?/.exec(offset(timeZone)) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The browser's own time zone; UTC until the page has come alive. */
export function useBrowserTimeZone(): string {
  return useSyncExternalStore(
    () => () => undefined,
    () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
}
