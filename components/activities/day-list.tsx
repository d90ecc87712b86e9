"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { useDates } from "@/components/workspace/dates";
import { CalendarChip, type GridProps } from "./calendar-chip";
import { soonestFirst } from "./order";
import { useDayName } from "./use-day-name";

/** The days that have something, under one another: how a phone shows a calendar. */
export function DayList({ days, items, onOpen, onStep, onPlan }: GridProps) {
  const t = useTranslations("activities");
  const name = useDayName();
  const { today, toDay } = useDates();
  const filled = days
    .map((day) => ({ day, mine: items.filter((one) => toDay(one.dueAt) === day).toSorted(soonestFirst) }))
    .filter(({ mine }) => mine.length > 0);
  if (filled.length === 0) return <p className="py-6 text-center text-ink-muted">{t("list.emptyTitle")}</p>;
  return filled.map(({ day, mine }) => (
    <section key={day} className="flex flex-col gap-1">
      <div className="flex items-center justify-between">
        <h3 className={cn("font-semibold first-letter:uppercase", day === today && "text-accent-text")}>
          {name(day, { weekday: "long", day: "numeric", month: "long" })}
        </h3>
        {onPlan && (
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("calendar.plan", {
              day: name(day, { weekday: "long", day: "numeric", month: "long" }),
            })}
            onClick={() => onPlan(day, null)}
          >
            <Plus />
          </Button>
        )}
      </div>
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
