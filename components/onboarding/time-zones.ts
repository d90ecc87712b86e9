import { useSyncExternalStore } from "react";
import type { ComboboxOption } from "@/components/ui/combobox";

/** Every time zone the browser knows with its present offset, and `extra` when it is not among them. */
export function timeZoneOptions(extra: string): ComboboxOption[] {
  const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC", extra]);
  return [...zones]
    .toSorted()
    .map((value) => ({ value, label: value.replaceAll("_", " "), hint: offset(value) }));
}

function offset(timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts();
  return parts.find((part) => part.type === "timeZoneName")?.value.replace("GMT", "UTC") ?? "";
}

/** The browser's own time zone; UTC until the page has come alive. */
export function useBrowserTimeZone(): string {
  return useSyncExternalStore(
    () => () => undefined,
    () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
}
