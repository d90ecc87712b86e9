"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { DatePicker } from "@/components/ui/date-picker";
import { Input } from "@/components/ui/input";
import { useDates } from "@/components/workspace/dates";

type DateTimePickerProps = {
  value: Date | null;
  onValueChange: (value: Date | null) => void;
} & Omit<ComponentProps<"button">, "value">;

/** A day and a time of it, in the workspace's time zone. */
export function DateTimePicker({ value, onValueChange, className, ...control }: DateTimePickerProps) {
  const t = useTranslations("record");
  const { toDay, clock, atClock, onDay } = useDates();
  const day = toDay(value);
  return (
    <div className="flex gap-1">
      <DatePicker
        {...control}
        className={cn("flex-1", className)}
        value={day}
        onValueChange={(next) => onValueChange(next ? onDay(next, value) : null)}
      />
      {day && value && (
        <Input
          type="time"
          aria-label={t("time")}
          disabled={control.disabled}
          value={clock(value)}
          onChange={(event) => event.target.value && onValueChange(atClock(day, event.target.value))}
          className={cn("w-24! shrink-0", className)}
        />
      )}
    </div>
  );
}
