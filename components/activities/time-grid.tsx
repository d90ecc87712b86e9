"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type DragEvent, useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { useDates } from "@/components/workspace/dates";
import type { AgendaItem } from "@/server/crm/activities/contract";
import { CalendarChip, dropTarget, type GridProps } from "./calendar-chip";
import { lanesOf } from "./lanes";
import { useDayName } from "./use-day-name";

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const hourPx = 44;
const usualMinutes = 30;
/** Activities are dropped on half hours. */
const stepMinutes = 30;
const morning = 8;

/** Days side by side over the hours of the day. */
export function TimeGrid({ days, items, onOpen, onMove, onStep }: GridProps) {
  const t = useTranslations("activities.calendar");
  const { today, toDay, now, clock } = useDates();
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scroller.current?.scrollTo({ top: morning * hourPx });
  }, []);
  const name = useDayName();
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
            aria-label={name(day, { weekday: "long", day: "numeric", month: "long" })}
            data-day={day}
            {...dropTarget(items, (item) => onMove(item, day, null))}
            className="flex min-h-12 min-w-0 flex-col gap-0.5 border-l p-1"
          >
            <p className={cn("px-1 text-sm font-medium", day === today && "text-accent-text")}>
              {name(day, { weekday: "short", day: "numeric" })}
            </p>
            {on(day, true).map((item) => (
              <CalendarChip key={item.id} item={item} onOpen={onOpen} onStep={onStep} />
            ))}
          </section>
        ))}
      </div>
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
          {days.map((day) => (
            <section
              key={day}
              aria-label={name(day, { weekday: "long", day: "numeric", month: "long" })}
              {...dropTarget(items, (item, event) => onMove(item, day, clockUnder(event)))}
              className="relative border-l"
              style={{
                background: `repeating-linear-gradient(var(--line) 0 1px, transparent 1px ${hourPx}px)`,
              }}
            >
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

function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return hour * 60 + minute;
}

function clockUnder(event: DragEvent<HTMLElement>): string {
  const { top } = event.currentTarget.getBoundingClientRect();
  const minutes = Math.floor((((event.clientY - top) / hourPx) * 60) / stepMinutes) * stepMinutes;
  const within = Math.max(0, Math.min(minutes, 24 * 60 - stepMinutes));
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}
