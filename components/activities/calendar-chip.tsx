"use client";

import { useTranslations } from "next-intl";
import type { DragEvent, KeyboardEvent } from "react";
import { cn } from "@/components/ui/cn";
import { useDates } from "@/components/workspace/dates";
import type { AgendaItem } from "@/server/crm/activities/contract";
import { ActivityIcon } from "./activity-icon";
import type { Slot } from "./slots";
import { useDue } from "./use-due";

export type GridProps = {
  days: string[];
  items: readonly AgendaItem[];
  onOpen: (item: AgendaItem) => void;
  /** To a day, and to a time of it where that is said; null is the whole day. */
  onMove: (item: AgendaItem, day: string, clock?: string | null) => void;
  onStep: (item: AgendaItem, days: number) => void;
  /** Plans on a day, and at a time of it where that is said; absent for who may plan nothing. */
  onPlan?: ((day: string, slot: Slot | null) => void) | undefined;
};

const dragged = "text/x-pult-activity";

/** An activity on the calendar: pressed to open, dragged or moved by keys to another day. */
export function CalendarChip({
  item,
  onOpen,
  onStep,
  className,
}: { item: AgendaItem; className?: string } & Pick<GridProps, "onOpen" | "onStep">) {
  const t = useTranslations("activities");
  const { time } = useDates();
  const { isLate } = useDue();
  const done = item.doneAt !== null;
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!event.altKey || step === undefined) return;
    event.preventDefault();
    onStep(item, step);
  };
  return (
    <button
      type="button"
      draggable
      title={`${item.title} — ${item.record.title}. ${t("calendar.moveHint")}`}
      onDragStart={(event) => {
        event.dataTransfer.setData(dragged, item.id);
        event.dataTransfer.effectAllowed = "move";
      }}
      onClick={() => onOpen(item)}
      onKeyDown={onKeyDown}
      className={cn(
        "relative flex w-full min-w-0 items-start gap-1 rounded-sm border-l-3 border-accent bg-accent-soft px-1.5 py-0.5 text-left text-sm text-ink hover:brightness-97 dark:hover:brightness-115",
        isLate(item) && "border-danger bg-danger-soft",
        done && "border-line-strong bg-ink/6 text-ink-muted line-through",
        className,
      )}
    >
      <ActivityIcon kind={item.kind} className="mt-0.5 size-3.5 shrink-0" />
      {item.dueAt && !item.allDay && <span className="tabular shrink-0">{time(item.dueAt)}</span>}
      <span className="truncate">{item.title}</span>
    </button>
  );
}

/** What makes an element take a dragged activity. */
export function dropTarget(
  items: readonly AgendaItem[],
  onDrop: (item: AgendaItem, event: DragEvent<HTMLElement>) => void,
) {
  return {
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!event.dataTransfer.types.includes(dragged)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "move";
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      const item = items.find((one) => one.id === event.dataTransfer.getData(dragged));
      if (!item) return;
      event.preventDefault();
      onDrop(item, event);
    },
  };
}
