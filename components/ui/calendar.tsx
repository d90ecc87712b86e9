"use client";

import { format, parseISO } from "date-fns";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useLocale } from "next-intl";
import { DayPicker } from "react-day-picker";
import { enGB, ru } from "react-day-picker/locale";

type CalendarProps = { value: string | null; onValueChange: (value: string) => void };

/** A month to pick a day from; value is `yyyy-MM-dd`. */
export function Calendar({ value, onValueChange }: CalendarProps) {
  const locale = useLocale() === "ru" ? ru : enGB;
  const selected = value ? parseISO(value) : undefined;
  return (
    <DayPicker
      mode="single"
      locale={locale}
      showOutsideDays
      // Opening the calendar by keyboard should land on its days.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      navLayout="around"
      selected={selected}
      defaultMonth={selected}
      onSelect={(day) => day && onValueChange(format(day, "yyyy-MM-dd"))}
      components={{
        Chevron: ({ orientation }) => (orientation === "left" ? <ChevronLeft /> : <ChevronRight />),
      }}
      classNames={{
        month: "grid grid-cols-[2rem_1fr_2rem] items-center gap-y-1",
        month_caption: "text-center font-semibold first-letter:uppercase",
        button_previous: arrow,
        button_next: arrow,
        month_grid: "col-span-3 border-separate border-spacing-0.5",
        weekday: "size-8 text-xs font-medium text-ink-faint",
        day: "p-0 text-center",
        day_button: "tabular size-8 rounded-md hover:bg-ink/7",
        today: "font-bold text-accent-text",
        outside: "text-ink-faint",
        disabled: "opacity-40",
        selected: "[&>button]:bg-accent [&>button]:text-accent-ink [&>button]:hover:bg-accent-hover",
      }}
    />
  );
}

const arrow = "grid size-8 place-items-center rounded-md text-ink-muted hover:bg-ink/7 [&_svg]:size-4";
