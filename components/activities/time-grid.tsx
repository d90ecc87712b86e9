"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { useDates } from "@/components/workspace/dates";
import type { AgendaItem } from "@/server/crm/activities/contract";
import { CalendarChip, dropTarget, type GridProps } from "./calendar-chip";
import { DaySlots, useSlotTime } from "./day-slots";
import { lanesOf } from "./lanes";
import { clockAt, minutesOf, slotAt, stepOf } from "./slots";
import { useDayName } from "./use-day-name";

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const hourPx = 44;
const usualMinutes = 30;
const morning = 8;
/** Where the keys begin. */
const firstMinutes = 9 * 60;

/** Days side by side over the hours of the day. */
export function TimeGrid({ days, items, onOpen, onMove, onStep, onPlan }: GridProps) {
  const t = useTranslations("activities.calendar");
  const { today, toDay, now, clock } = useDates();
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scroller.current?.scrollTo({ top: morning * hourPx });
  }, []);
  const [cursor, setCursor] = useState({ day: Math.max(0, days.indexOf(today)), minutes: firstMinutes });
  const [stepped, setStepped] = useState(false);
  const step = (key: string) => {
    const next = stepOf(key, cursor, days.length);
    if (!next) return false;
    setCursor(next);
    setStepped(true);
    scroller.current?.querySelectorAll<HTMLElement>("[data-slots]")[next.day]?.focus({ preventScroll: true });
    show(scroller.current, next.minutes);
    return true;
  };
  const slotTime = useSlotTime();
  const name = useDayName();
  const long = (day: string) => name(day, { weekday: "long", day: "numeric", month: "long" });
  const format = useFormatter();
  const hourName = (hour: number) =>
    format.dateTime(Date.UTC(2000, 0, 1, hour), { timeStyle: "short", timeZone: "UTC" });
  const columns = { gridTemplateColumns: `3.5rem repeat(${days.length}, minmax(0, 1fr))` };
  const on = (day: string, allDay: boolean) =>
    items.filter((one) => toDay(one.dueAt) === day && one.allDay === allDay);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-lg bg-surface shadow-low">
      <div className="grid border-b" style={columns}>
        <div aria-hidden className="self-end px-1.5 py-1 text-xs text-ink-muted">
          {t("allDay")}
        </div>
        {days.map((day) => (
          <section
            key={day}
            aria-label={long(day)}
            data-day={day}
            {...dropTarget(items, (item) => onMove(item, day, null))}
            className="relative flex min-h-12 min-w-0 flex-col gap-0.5 border-l p-1"
          >
            {onPlan && (
              <button
                type="button"
                tabIndex={-1}
                aria-label={t("plan", { day: long(day) })}
                onClick={() => onPlan(day, null)}
                className="absolute inset-0 cursor-cell hover:bg-ink/3"
              />
            )}
            <p
              className={cn(
                "pointer-events-none relative px-1 text-sm font-medium",
                day === today && "text-accent-text",
              )}
            >
              {name(day, { weekday: "short", day: "numeric" })}
            </p>
            {on(day, true).map((item) => (
              <CalendarChip key={item.id} item={item} onOpen={onOpen} onStep={onStep} />
            ))}
          </section>
        ))}
      </div>
      <p aria-live="polite" className="sr-only">
        {stepped && t("planAt", { day: long(days[cursor.day] ?? today), time: slotTime(cursor.minutes) })}
      </p>
      {/* Scrolled by keys where nothing inside takes the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={scroller} tabIndex={0} className="max-h-[calc(100dvh-19rem)] min-h-80 overflow-y-auto">
        <div className="relative grid" style={{ ...columns, height: hours.length * hourPx }}>
          <div aria-hidden>
            {hours.map((hour) => (
              <div
                key={hour}
                className="tabular pl-1 text-xs whitespace-nowrap text-ink-muted"
                style={{ height: hourPx }}
              >
                {hour > 0 && hourName(hour)}
              </div>
            ))}
          </div>
          {days.map((day, place) => (
            <section
              key={day}
              aria-label={long(day)}
              {...dropTarget(items, (item, event) => onMove(item, day, clockUnder(event)))}
              className="relative border-l"
              style={{
                background: `repeating-linear-gradient(var(--line) 0 1px, transparent 1px ${hourPx}px)`,
              }}
            >
              {onPlan && (
                <DaySlots
                  label={long(day)}
                  hourPx={hourPx}
                  at={cursor.minutes}
                  active={place === cursor.day}
                  onStep={step}
                  onPlan={(slot) => {
                    setCursor({ day: place, minutes: slot.from });
                    onPlan(day, slot);
                  }}
                />
              )}
              <Placed items={on(day, false)} onOpen={onOpen} onStep={onStep} />
              {day === today && (
                <div
                  aria-hidden
                  className="pointer-events-none absolute inset-x-0 z-10 border-t-2 border-danger"
                  style={{ top: (minutesOf(clock(now)) / 60) * hourPx }}
                />
              )}
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}

// Brings a half hour into view, where it is not.
function show(scroller: HTMLElement | null, minutes: number): void {
  if (!scroller) return;
  const top = (minutes / 60) * hourPx;
  if (top < scroller.scrollTop) scroller.scrollTo({ top });
  const bottom = top + hourPx - scroller.clientHeight;
  if (bottom > scroller.scrollTop) scroller.scrollTo({ top: bottom });
}

type PlacedProps = { items: readonly AgendaItem[] } & Pick<GridProps, "onOpen" | "onStep">;

function Placed({ items, ...verbs }: PlacedProps) {
  const { clock } = useDates();
  const spans = items.map((item) => {
    const from = item.dueAt ? minutesOf(clock(item.dueAt)) : 0;
    return { id: item.id, from, to: from + Math.max(item.durationMinutes ?? 0, usualMinutes) };
  });
  const lanes = lanesOf(spans);
  return items.map((item, place) => {
    const { from = 0, to = 0 } = spans[place] ?? {};
    const { lane = 0, lanes: among = 1 } = lanes.get(item.id) ?? {};
    return (
      <div
        key={item.id}
        className="absolute px-0.5"
        style={{
          top: (from / 60) * hourPx,
          height: (Math.min(to, 24 * 60) / 60 - from / 60) * hourPx - 1,
          left: `${(lane / among) * 100}%`,
          width: `${100 / among}%`,
        }}
      >
        <CalendarChip item={item} className="h-full overflow-hidden" {...verbs} />
      </div>
    );
  });
}

function clockUnder(event: DragEvent<HTMLElement>): string {
  return clockAt(slotAt(event.clientY - event.currentTarget.getBoundingClientRect().top, hourPx));
}
