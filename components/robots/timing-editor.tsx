"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { DurationInput } from "@/components/ui/duration-input";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import type { Timing } from "@/server/automation/contract";
import type { RobotSources } from "./use-sources";

type TimingEditorProps = {
  value: Timing;
  onChange: (timing: Timing) => void;
  sources: RobotSources;
  error?: string | undefined;
};

const kinds = ["now", "after", "date"] as const;
const sides = ["before", "at", "past"] as const;
type Side = (typeof sides)[number];
const day = 1440;

/** When the robot acts: at once, after a while, or around a date of the deal. */
export function TimingEditor({ value, onChange, sources, error }: TimingEditorProps) {
  const t = useTranslations("robots.timing");
  const headingId = useId();
  const change = (kind: Timing["kind"]) => {
    if (kind === value.kind) return;
    if (kind === "now") onChange({ kind });
    if (kind === "after") onChange({ kind, minutes: 60 });
    if (kind === "date")
      onChange({ kind, field: sources.dateFields[0]?.key ?? "closesAt", offsetMinutes: -day });
  };
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-2">
      <h3 id={headingId} className="text-sm font-medium">
        {t("label")}
      </h3>
      <Segmented
        label={t("label")}
        segments={kinds.map((kind) => ({ value: kind, label: t(kind) }))}
        value={value.kind}
        onValueChange={change}
        className="self-start max-md:w-full"
      />
      {value.kind === "after" && (
        <Field label={t("delay")} error={error} className="max-w-72">
          <DurationInput
            value={value.minutes || null}
            onValueChange={(minutes) => onChange({ kind: "after", minutes: minutes ?? 0 })}
          />
        </Field>
      )}
      {value.kind === "date" && (
        <DateTiming value={value} onChange={onChange} sources={sources} error={error} />
      )}
      <p className="text-sm text-ink-muted">{t(`${value.kind}Hint`)}</p>
    </section>
  );
}

type DateTimingProps = Omit<TimingEditorProps, "value"> & { value: Extract<Timing, { kind: "date" }> };

function DateTiming({ value, onChange, sources, error }: DateTimingProps) {
  const t = useTranslations("robots.timing");
  const side = sideOf(value.offsetMinutes);
  const length = Math.abs(value.offsetMinutes);
  const set = (nextSide: Side, minutes: number) =>
    onChange({ ...value, offsetMinutes: nextSide === "at" ? 0 : nextSide === "before" ? -minutes : minutes });
  return (
    <div className="flex flex-wrap items-end gap-2">
      {side !== "at" && (
        <Field label={t("offset")} error={error} className="w-52 max-md:w-full">
          <DurationInput value={length} onValueChange={(minutes) => set(side, Math.max(1, minutes ?? 1))} />
        </Field>
      )}
      <Field label={t("side")} className="w-28 max-md:flex-1">
        <Select
          options={sides.map((one) => ({ value: one, label: t(one) }))}
          value={side}
          onValueChange={(next) => set(next, length || day)}
        />
      </Field>
      <Field label={t("field")} className="min-w-40 flex-1">
        <Select
          options={sources.dateFields.map(({ key, label }) => ({ value: key, label }))}
          value={value.field}
          onValueChange={(field) => onChange({ ...value, field })}
        />
      </Field>
    </div>
  );
}

function sideOf(offset: number): Side {
  return offset === 0 ? "at" : offset < 0 ? "before" : "past";
}
