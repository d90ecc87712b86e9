"use client";

import { useTranslations } from "next-intl";
import { DatePicker } from "@/components/ui/date-picker";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { dayOf } from "@/components/workspace/days";
import { useWorkspace } from "@/components/workspace/workspace";
import type { ControlProps } from "./control-props";
import { chosenMoment, countedUnits, type Moment, momentChoices, momentOf, valueOf } from "./moment-value";

/** A time: a day of the calendar, or one named from today. */
export function MomentControl({ value, onChange, control }: ControlProps) {
  const t = useTranslations("filter");
  const moment = momentOf(value) ?? chosenMoment("day");
  const set = (next: Moment) => onChange(valueOf(next));
  return (
    <div className="flex flex-wrap gap-2">
      <Select
        {...control}
        className="min-w-36 flex-1"
        options={momentChoices.map((choice) => ({ value: choice, label: t(`choice.${choice}`) }))}
        value={moment.choice}
        onValueChange={(choice) => set(chosenMoment(choice))}
      />
      {moment.choice === "day" && "text" in moment && (
        <DayControl value={moment.text} label={t("day")} onChange={onChange} />
      )}
      {"count" in moment && (
        <span className="flex flex-1 gap-2">
          <Input
            type="number"
            aria-label={t("count")}
            min={1}
            max={10_000}
            className="w-20"
            defaultValue={moment.count}
            onChange={(event) => {
              const count = event.target.valueAsNumber;
              if (Number.isInteger(count) && count >= 1 && count <= 10_000) set({ ...moment, count });
            }}
          />
          <Select
            aria-label={t("unit")}
            className="min-w-24 flex-1"
            options={unitsWith(moment.unit).map((unit) => ({
              value: unit,
              label: t(`units.${unit as "day"}`, { count: moment.count }),
            }))}
            value={moment.unit}
            onValueChange={(unit) => set({ ...moment, unit })}
          />
        </span>
      )}
    </div>
  );
}

/** Two days, both of them within. */
export function PeriodControl({ value, onChange, control }: ControlProps) {
  const t = useTranslations("filter");
  const [from, to]: unknown[] = Array.isArray(value) ? value : [];
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="sr-only">{control["aria-label"]}</legend>
      <DayControl value={textOf(from)} label={t("from")} onChange={(day) => onChange([day, to])} />
      <DayControl value={textOf(to)} label={t("to")} onChange={(day) => onChange([from, day])} />
    </fieldset>
  );
}

type DayControlProps = { value: string | null; label: string; onChange: (day: string | undefined) => void };

function DayControl({ value, label, onChange }: DayControlProps) {
  const { timeZone } = useWorkspace();
  return (
    <DatePicker
      aria-label={label}
      placeholder={label}
      className="min-w-36 flex-1"
      value={value && (value.length > 10 ? dayOf(new Date(value), timeZone) : value)}
      onValueChange={(day) => onChange(day ?? undefined)}
    />
  );
}

// A unit written by hand is kept and shown beside the usual ones.
function unitsWith(unit: string): string[] {
  return countedUnits.some((one) => one === unit) ? [...countedUnits] : [...countedUnits, unit];
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
