import { useSyncExternalStore } from "react";
import type { ComboboxOption } from "@/components/ui/combobox";

let known: ComboboxOption[] | undefined;

/** Every time zone the browser knows with its present offset, and `extra` when it is not among them. */
export function timeZoneOptions(extra: string): ComboboxOption[] {
  // Some 400 formatters: made once.
  known ??= [...Intl.supportedValuesOf("timeZone"), "UTC"].map(option);
  return known.some(({ value }) => value === extra) ? known : [option(extra), ...known];
}

function option(value: string): ComboboxOption {
  return { value, label: value.replaceAll("_", " "), hint: offset(value) };
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
