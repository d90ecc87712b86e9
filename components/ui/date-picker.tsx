"use client";

import { format, parseISO } from "date-fns";
import { CalendarDays, ChevronLeft, ChevronRight, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { DayPicker } from "react-day-picker";
import { enGB, ru } from "react-day-picker/locale";
import { Button } from "./button";
import { cn } from "./cn";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";

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

type DatePickerProps = {
  /** `yyyy-MM-dd`, a day without a time zone; null is empty. */
  value: string | null;
  onValueChange: (value: string | null) => void;
  placeholder?: string;
  defaultOpen?: boolean;
  /** Told when the calendar closes, whether or not a day was picked. */
  onClose?: () => void;
} & Omit<ComponentProps<"button">, "value">;

/** A day, picked from a calendar. */
export function DatePicker(picker: DatePickerProps) {
  const { value, onValueChange, placeholder, className, defaultOpen = false, onClose, ...props } = picker;
  const t = useTranslations("ui.date");
  const locale = useLocale();
  const [open, setOpen] = useState(defaultOpen);
  const toggle = (next: boolean) => {
    setOpen(next);
    if (!next) onClose?.();
  };
  const pick = (next: string | null) => {
    onValueChange(next);
    toggle(false);
  };
  return (
    <Popover open={open} onOpenChange={toggle}>
      <PopoverTrigger asChild>
        <button
          data-slot="date-picker"
          type="button"
          className={cn("control flex items-center gap-2 text-left", className)}
          {...props}
        >
          <CalendarDays className="size-4 shrink-0 text-ink-muted" />
          <span className={cn("truncate", !value && "text-ink-faint")}>
            {value ? readable(value, locale) : (placeholder ?? t("placeholder"))}
          </span>
        </button>
      </PopoverTrigger>
      <PopoverContent aria-label={props["aria-label"] ?? t("placeholder")} className="p-2">
        <Calendar value={value} onValueChange={pick} />
        <div className="mt-1 flex justify-between">
          <Button variant="ghost" size="sm" onClick={() => pick(format(new Date(), "yyyy-MM-dd"))}>
            {t("today")}
          </Button>
          {value && (
            <Button variant="ghost" size="sm" onClick={() => pick(null)}>
              <X />
              {t("clear")}
            </Button>
          )}
        </div>
      </PopoverContent>
    </Popover>
  );
}

function readable(value: string, locale: string) {
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" }).format(
    parseISO(value),
  );
}
