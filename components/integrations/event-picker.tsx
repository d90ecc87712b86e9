"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Segmented } from "@/components/ui/segmented";
import { everyEvent } from "@/server/webhooks/contract";

type EventPickerProps = {
  known: readonly string[];
  value: readonly string[];
  onChange: (events: string[]) => void;
  error?: string | undefined;
};

/** Which events an address hears of: all, or those chosen, by the names that are sent. */
export function EventPicker({ known, value, onChange, error }: EventPickerProps) {
  const t = useTranslations("integrations.webhooks");
  const all = value.includes(everyEvent);
  const toggle = (name: string, on: boolean) =>
    onChange(on ? [...value, name] : value.filter((one) => one !== name));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{t("events")}</legend>
      <Segmented
        label={t("events")}
        value={all ? "all" : "some"}
        onValueChange={(next) => onChange(next === "all" ? [everyEvent] : [])}
        segments={[
          { value: "all", label: t("all") },
          { value: "some", label: t("some") },
        ]}
      />
      {error && (
        <p role="alert" className="text-sm text-danger-text">
          {error}
        </p>
      )}
      {!all && (
        <div className="grid gap-x-4 gap-y-1.5 sm:grid-cols-2">
          {known.map((name) => (
            <Checkbox
              key={name}
              checked={value.includes(name)}
              onCheckedChange={(on) => toggle(name, on === true)}
              label={<code className="font-mono text-sm">{name}</code>}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
