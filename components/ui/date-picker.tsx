"use client";

import { format, parseISO } from "date-fns";
import { CalendarDays, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";
import { Skeleton } from "./skeleton";

/** A month to pick a day from; fetched when first shown: pages show dates far more often than one is picked. */
export const Calendar = dynamic(() => import("./calendar").then((file) => file.Calendar), {
  loading: () => <Skeleton className="h-74 w-66" />,
});

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
