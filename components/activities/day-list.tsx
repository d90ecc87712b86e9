"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { useDates } from "@/components/workspace/dates";
import { CalendarChip, type GridProps } from "./calendar-chip";
import { soonestFirst } from "./order";
import { useDayName } from "./use-day-name";

/** The days that have something, under one another: how a phone shows a calendar. */
export function DayList({ days, items, onOpen, onStep }: GridProps) {
  const t = useTranslations("activities.list");
  const name = useDayName();
  const { today, toDay } = useDates();
  const filled = days
    .map((day) => ({ day, mine: items.filter((one) => toDay(one.dueAt) === day).toSorted(soonestFirst) }))
    .filter(({ mine }) => mine.length > 0);
  if (filled.length === 0) return <p className="py-6 text-center text-ink-muted">{t("emptyTitle")}</p>;
  return filled.map(({ day, mine }) => (
    <section key={day} className="flex flex-col gap-1">
      <h3 className={cn("font-semibold first-letter:uppercase", day === today && "text-accent-text")}>
        {name(day, { weekday: "long", day: "numeric", month: "long" })}
      </h3>
      {mine.map((item) => (
        <CalendarChip
          key={item.id}
          item={item}
          onOpen={onOpen}
          onStep={onStep}
          className="min-h-10 text-base"
        />
      ))}
    </section>
  ));
}
