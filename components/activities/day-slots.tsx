"use client";

import { useFormatter, useTranslations } from "next-intl";
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useState } from "react";
import { cn } from "@/components/ui/cn";
import { type Slot, slotAt, slotBetween } from "./slots";

type DaySlotsProps = {
  /** The day in words. */
  label: string;
  hourPx: number;
  /** The half hour the keys stand at, and whether they stand on this day. */
  at: number;
  active: boolean;
  /** Tells whether the key led anywhere. */
  onStep: (key: string) => boolean;
  onPlan: (slot: Slot) => void;
};

/**
 * The empty hours of a day, planned on by a press, by drawing over them with a mouse, or by keys: arrows choose the half
 * hour, Enter plans.
 */
export function DaySlots({ label, hourPx, at, active, onStep, onPlan }: DaySlotsProps) {
  const t = useTranslations("activities.calendar");
  const [drawn, setDrawn] = useState<{ anchor: number; slot: Slot } | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [focused, setFocused] = useState(false);
  const time = useSlotTime();
  const under = (event: MouseEvent<HTMLElement>) =>
    slotAt(event.clientY - event.currentTarget.getBoundingClientRect().top, hourPx);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || event.pointerType !== "mouse") return;
    const anchor = under(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrawn({ anchor, slot: slotBetween(anchor, anchor) });
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType !== "mouse") return;
    const place = under(event);
    if (drawn) setDrawn({ ...drawn, slot: slotBetween(drawn.anchor, place) });
    else setOver(place);
  };
  const onPointerUp = () => {
    if (!drawn) return;
    setDrawn(null);
    onPlan(drawn.slot);
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    // Of a mouse, letting go has planned already; a key has no place of its own.
    const { pointerType } = event.nativeEvent as globalThis.PointerEvent;
    if (pointerType === "mouse") return;
    const place = event.detail === 0 ? at : under(event);
    onPlan(slotBetween(place, place));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "Escape") setDrawn(null);
    else if (!event.altKey && !event.ctrlKey && !event.metaKey && onStep(event.key)) event.preventDefault();
  };
  const shown = drawn?.slot ?? (focused ? slotBetween(at, at) : null);
  const hint = shown ? null : over;
  return (
    <button
      type="button"
      data-slots
      tabIndex={active ? 0 : -1}
      aria-label={t("planAt", { day: label, time: time(at) })}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerLeave={() => setOver(null)}
      onLostPointerCapture={() => setDrawn(null)}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onFocus={({ currentTarget }) => setFocused(currentTarget.matches(":focus-visible"))}
      onBlur={() => setFocused(false)}
      className="absolute inset-0 cursor-cell outline-none"
    >
      {shown && (
        <Ghost slot={shown} hourPx={hourPx} text={`${time(shown.from)} – ${time(shown.to)}`} strong />
      )}
      {hint !== null && <Ghost slot={slotBetween(hint, hint)} hourPx={hourPx} text={time(hint)} />}
    </button>
  );
}

type GhostProps = { slot: Slot; hourPx: number; text: string; strong?: boolean };

function Ghost({ slot: { from, to }, hourPx, text, strong }: GhostProps) {
  return (
    <span
      aria-hidden
      className={cn(
        "tabular pointer-events-none absolute inset-x-0.5 flex items-start rounded-sm px-1.5 text-xs",
        strong ? "bg-accent-soft text-ink ring-2 ring-accent" : "bg-ink/5 text-ink-muted",
      )}
      style={{ top: (from / 60) * hourPx, height: ((to - from) / 60) * hourPx - 1 }}
    >
      {text}
    </span>
  );
}

/** Says a minute of a day as people do. */
export function useSlotTime(): (minutes: number) => string {
  const format = useFormatter();
  return (minutes) =>
    format.dateTime(Date.UTC(2000, 0, 1, 0, minutes % (24 * 60)), { timeStyle: "short", timeZone: "UTC" });
}
