"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { useDates } from "@/components/workspace/dates";
import { CalendarChip, dropTarget, type GridProps } from "./calendar-chip";
import { soonestFirst } from "./order";
import { cellStepOf } from "./slots";
import { useAgendaFilters } from "./use-agenda-filters";
import { useDayName } from "./use-day-name";

const most = 4;

/** Weeks under one another, a cell a day. */
export function MonthGrid({
  days,
  items,
  month,
  onOpen,
  onMove,
  onStep,
  onPlan,
}: GridProps & { month: string }) {
  const t = useTranslations("activities.calendar");
  const { today, toDay } = useDates();
  const { set } = useAgendaFilters();
  const name = useDayName();
  const grid = useRef<HTMLDivElement>(null);
  const [chosen, setAt] = useState(() => Math.max(0, days.indexOf(today)));
  // Months differ in their weeks.
  const at = Math.min(chosen, days.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = event.altKey ? null : cellStepOf(event.key, at, days.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    grid.current?.querySelectorAll<HTMLElement>("[data-slots]")[next]?.focus();
  };
  return (
    <div
      ref={grid}
      className="grid shrink-0 grow auto-rows-[minmax(7rem,auto)] grid-cols-7 grid-rows-[auto] overflow-hidden rounded-lg bg-surface shadow-low"
    >
      {days.slice(0, 7).map((day) => (
        <div key={day} aria-hidden className="border-b px-2 py-1.5 text-sm font-medium text-ink-muted">
          {name(day, { weekday: "short" })}
        </div>
      ))}
      {days.map((day, place) => {
        const said = name(day, { weekday: "long", day: "numeric", month: "long" });
        const mine = items.filter((one) => toDay(one.dueAt) === day).toSorted(soonestFirst);
        return (
          <section
            key={day}
            aria-label={said}
            data-day={day}
            {...dropTarget(items, (item) => onMove(item, day))}
            className={cn(
              "group relative flex min-w-0 flex-col gap-0.5 border-r border-b p-1 nth-[7n]:border-r-0",
              !day.startsWith(month) && "bg-sunken/60",
            )}
          >
            {onPlan && (
              <button
                type="button"
                data-slots
                tabIndex={place === at ? 0 : -1}
                aria-label={t("plan", { day: said })}
                onClick={() => onPlan(day, null)}
                onFocus={() => setAt(place)}
                onKeyDown={onKeyDown}
                className="absolute inset-0 cursor-cell -outline-offset-2 hover:bg-ink/3"
              >
                <Plus
                  aria-hidden
                  className="absolute top-2 left-2 size-4 text-ink-muted opacity-0 group-hover:opacity-100"
                />
              </button>
            )}
            <button
              type="button"
              onClick={() => void set({ view: "day", day })}
              className={cn(
                "tabular relative size-6 self-end rounded-full text-sm hover:bg-ink/7",
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
                className="relative rounded-sm px-1.5 text-left text-sm text-ink-muted hover:bg-ink/7"
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
