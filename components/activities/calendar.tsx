"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { requestIdOf } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Skeleton } from "@/components/ui/skeleton";
import { useIsPhone } from "@/components/ui/use-media-query";
import { useDates } from "@/components/workspace/dates";
import type { AgendaItem } from "@/server/crm/activities/contract";
import type { ActivityDraft } from "./activity-draft";
import { type CalendarView, daysAfter, daysShown, turned } from "./calendar-days";
import { DayList } from "./day-list";
import { MonthGrid } from "./month-grid";
import { clockAt, type Slot } from "./slots";
import { TimeGrid } from "./time-grid";
import { useActivityVerbs } from "./use-activities";
import { useAgendaFilters } from "./use-agenda-filters";
import { useDayName } from "./use-day-name";

type CalendarProps = {
  view: CalendarView;
  onOpen: (activity: AgendaItem) => void;
  /** Absent for who may plan nothing. */
  onPlan?: ((draft: Partial<ActivityDraft>) => void) | undefined;
};

/** Activities on the days and hours they are for; dragged to another, moved by Alt and an arrow, planned where it is empty. */
export function Calendar({ view, onOpen, onPlan }: CalendarProps) {
  const t = useTranslations("activities.calendar");
  const trpc = useTRPC();
  const phone = useIsPhone();
  const { day, narrowed } = useAgendaFilters();
  const { atClock, clock, fromDay, toDay } = useDates();
  const { change } = useActivityVerbs();
  const days = daysShown(view, day);
  const [first = day] = days;
  const range = {
    from: atClock(first, "00:00"),
    to: atClock(daysAfter(days.at(-1) ?? day, 1), "00:00"),
  };
  const found = useQuery(
    trpc.activities.agenda.queryOptions(
      { ...narrowed, ...range, state: "all", limit: 1_000 },
      { placeholderData: keepPreviousData },
    ),
  );
  // A time that is not said keeps the one it had; null is the whole day.
  const move = (item: AgendaItem, to: string, at?: string | null) => {
    const timed = at === undefined ? (item.allDay || !item.dueAt ? null : clock(item.dueAt)) : at;
    const dueAt = timed ? atClock(to, timed) : fromDay(to);
    if (dueAt?.getTime() === item.dueAt?.getTime() && item.allDay === !timed) return;
    void change(item, { dueAt, allDay: !timed });
  };
  const items = found.data?.items ?? [];
  const grid = {
    days,
    items,
    onOpen,
    onMove: move,
    onPlan:
      onPlan &&
      ((on: string, slot: Slot | null) =>
        onPlan(
          slot
            ? { dueAt: atClock(on, clockAt(slot.from)), allDay: false, durationMinutes: slot.to - slot.from }
            : { dueAt: fromDay(on), allDay: true },
        )),
    onStep: (item: AgendaItem, by: number) => {
      const from = toDay(item.dueAt);
      if (from) move(item, daysAfter(from, by));
    },
  };
  return (
    <section aria-label={t("label")} className="flex min-h-0 flex-1 flex-col gap-3">
      <Turner view={view} days={days} />
      {found.data?.more && <InlineAlert tone="info">{t("cut")}</InlineAlert>}
      {found.isError && !found.data ? (
        <ErrorState requestId={requestIdOf(found.error)} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Skeleton className="h-96" />
      ) : phone ? (
        <DayList {...grid} />
      ) : view === "month" ? (
        <MonthGrid {...grid} month={day.slice(0, 7)} />
      ) : (
        <TimeGrid {...grid} />
      )}
    </section>
  );
}

function Turner({ view, days }: { view: CalendarView; days: string[] }) {
  const t = useTranslations("activities.calendar");
  const format = useFormatter();
  const { today } = useDates();
  const name = useDayName();
  const { day, set } = useAgendaFilters();
  const noon = (one: string) => new Date(`${one}T12:00:00Z`);
  const title =
    view === "month"
      ? name(day, { month: "long", year: "numeric" })
      : view === "day"
        ? name(day, { weekday: "long", day: "numeric", month: "long" })
        : plain(
            format.dateTimeRange(noon(days[0] ?? day), noon(days.at(-1) ?? day), {
              day: "numeric",
              month: "long",
              year: "numeric",
              timeZone: "UTC",
            }),
          );
  return (
    <div className="flex items-center gap-1.5">
      <Button
        variant="ghost"
        size="icon"
        aria-label={t("previous")}
        onClick={() => void set({ day: turned(view, day, -1) })}
      >
        <ChevronLeft />
      </Button>
      <Button
        variant="ghost"
        size="icon"
        aria-label={t("next")}
        onClick={() => void set({ day: turned(view, day, 1) })}
      >
        <ChevronRight />
      </Button>
      <Button onClick={() => void set({ day: null })} disabled={day === today}>
        {t("today")}
      </Button>
      <h2 aria-live="polite" className="ml-1.5 text-lg font-semibold first-letter:uppercase">
        {title}
      </h2>
    </div>
  );
}

// Which kind of blank stands around the dash differs between the server's edition of the locale data and the browser's.
function plain(range: string): string {
  return range.replaceAll(/\p{Zs}/gu, " ");
}
