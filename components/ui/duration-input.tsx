"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { cn } from "./cn";
import { type DurationUnit, durationUnits, splitDuration } from "./duration";
import { Input } from "./input";
import { Select } from "./select";

type DurationInputProps = {
  /** Minutes; null is empty. */
  value: number | null;
  onValueChange: (minutes: number | null) => void;
} & Omit<ComponentProps<"input">, "value" | "onChange" | "type">;

const units: readonly DurationUnit[] = ["minutes", "hours", "days", "weeks"];

/** A length of time: a number and its unit. */
export function DurationInput({ value, onValueChange, className, disabled, ...props }: DurationInputProps) {
  const t = useTranslations("ui.duration");
  const [unit, setUnit] = useState<DurationUnit>(() => splitDuration(value ?? 0).unit);
  const amount = value === null ? null : value / durationUnits[unit];
  const set = (nextAmount: number | null, nextUnit: DurationUnit) => {
    setUnit(nextUnit);
    onValueChange(nextAmount === null ? null : Math.round(nextAmount * durationUnits[nextUnit]));
  };
  return (
    <div data-slot="duration-input" className={cn("flex gap-2", className)}>
      <Input
        type="number"
        min={0}
        step="any"
        inputMode="decimal"
        disabled={disabled}
        {...props}
        value={amount === null ? "" : Number(amount.toFixed(2))}
        onChange={(event) => set(event.target.value === "" ? null : Number(event.target.value), unit)}
        className="tabular w-20"
      />
      <Select
        aria-label={t("unit")}
        options={units.map((name) => ({ value: name, label: t(name, { count: amount ?? 0 }) }))}
        value={unit}
        onValueChange={(next) => set(amount, next)}
        disabled={disabled}
        className="flex-1"
      />
    </div>
  );
}
