"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { useDates } from "@/components/workspace/dates";
import { CalendarChip, dropTarget, type GridProps } from "./calendar-chip";
import { soonestFirst } from "./order";
import { useAgendaFilters } from "./use-agenda-filters";
import { useDayName } from "./use-day-name";

const most = 4;

/** Weeks under one another, a cell a day. */
export function MonthGrid({ days, items, month, onOpen, onMove, onStep }: GridProps & { month: string }) {
  const t = useTranslations("activities.calendar");
  const { today, toDay } = useDates();
  const { set } = useAgendaFilters();
  const name = useDayName();
  return (
    <div className="grid shrink-0 grow auto-rows-[minmax(7rem,auto)] grid-cols-7 grid-rows-[auto] overflow-hidden rounded-lg bg-surface shadow-low">
      {days.slice(0, 7).map((day) => (
        <div key={day} aria-hidden className="border-b px-2 py-1.5 text-sm font-medium text-ink-muted">
          {name(day, { weekday: "short" })}
        </div>
      ))}
      {days.map((day) => {
        const mine = items.filter((one) => toDay(one.dueAt) === day).toSorted(soonestFirst);
        return (
          <section
            key={day}
            aria-label={name(day, { weekday: "long", day: "numeric", month: "long" })}
            data-day={day}
            {...dropTarget(items, (item) => onMove(item, day))}
            className={cn(
              "flex min-w-0 flex-col gap-0.5 border-r border-b p-1 nth-[7n]:border-r-0",
              !day.startsWith(month) && "bg-sunken/60",
            )}
          >
            <button
              type="button"
              onClick={() => void set({ view: "day", day })}
              className={cn(
                "tabular size-6 self-end rounded-full text-sm hover:bg-ink/7",
                !day.startsWith(month) && "text-ink-muted",
                day === today && "bg-accent font-semibold text-accent-ink hover:bg-accent-hover",
              )}
            >
              <span aria-hidden>{Number(day.slice(8))}</span>
              <span className="sr-only">{name(day, { day: "numeric", month: "long" })}</span>
            </button>
            {mine.slice(0, most).map((item) => (
              <CalendarChip key={item.id} item={item} onOpen={onOpen} onStep={onStep} />
            ))}
            {mine.length > most && (
              <button
                type="button"
                onClick={() => void set({ view: "day", day })}
                className="rounded-sm px-1.5 text-left text-sm text-ink-muted hover:bg-ink/7"
              >
                {t("more", { count: mine.length - most })}
              </button>
            )}
          </section>
        );
      })}
    </div>
  );
}
