"use client";

import { useTranslations } from "next-intl";
import { DatePicker } from "@/components/ui/date-picker";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useDates } from "@/components/workspace/dates";
import { reminderMinutes } from "@/server/crm/activities/contract";

export type When = {
  dueAt: Date | null;
  /** Only the day of `dueAt` counts. */
  allDay: boolean;
};

type WhenFieldsProps = { value: When; onValueChange: (value: When) => void };

/** A day, and a time of it when that matters. */
export function WhenFields({ value, onValueChange }: WhenFieldsProps) {
  const t = useTranslations("activities");
  const { toDay, fromDay, clock, atClock } = useDates();
  const day = toDay(value.dueAt);
  const time = value.dueAt && !value.allDay ? clock(value.dueAt) : "";
  return (
    <>
      <DatePicker
        aria-label={t("when")}
        className="w-40"
        placeholder={t("when")}
        value={day}
        onValueChange={(next) =>
          onValueChange(
            next && time
              ? { dueAt: atClock(next, time), allDay: false }
              : { dueAt: fromDay(next), allDay: true },
          )
        }
      />
      {day && (
        <Input
          type="time"
          aria-label={t("time")}
          className="w-26!"
          value={time}
          onChange={({ target }) =>
            onValueChange(
              target.value
                ? { dueAt: atClock(day, target.value), allDay: false }
                : { dueAt: fromDay(day), allDay: true },
            )
          }
        />
      )}
    </>
  );
}

type ReminderSelectProps = { value: number | null; onValueChange: (value: number | null) => void };

/** How long before its time an activity rings. */
export function ReminderSelect({ value, onValueChange }: ReminderSelectProps) {
  const t = useTranslations("activities.remind");
  const known = reminderMinutes.some((one) => one === value);
  const minutes = known || value === null ? reminderMinutes : [value, ...reminderMinutes];
  return (
    <Select
      aria-label={t("label")}
      className="w-44"
      options={[
        { value: "never", label: t("never") },
        ...minutes.map((one) => ({
          value: String(one),
          label: t("before", { minutes: one, spell: spell(one) }),
        })),
      ]}
      value={value === null ? "never" : String(value)}
      onValueChange={(next) => onValueChange(next === "never" ? null : Number(next))}
    />
  );
}

// Which unit the number is said in.
function spell(minutes: number): "now" | "minutes" | "hours" | "days" {
  if (minutes === 0) return "now";
  if (minutes % 1_440 === 0) return "days";
  return minutes % 60 === 0 ? "hours" : "minutes";
}
