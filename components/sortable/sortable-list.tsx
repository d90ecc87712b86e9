"use client";

import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { announce } from "@atlaskit/pragmatic-drag-and-drop-live-region";
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from "react";
import type { DragState } from "@/components/touch-drag/drag-state";
import { useTouchDrag } from "@/components/touch-drag/use-touch-drag";
import { predecessor, type RowEdge, rowAt, stepped } from "./order";

export type Axis = "vertical" | "horizontal";

export type Sortable = {
  /** Tells rows of this list from those of others. */
  list: symbol;
  axis: Axis;
  ids: readonly string[];
  /** Puts an item behind another; null for the front. */
  move: (id: string, afterId: string | null) => void;
  /** Where an item dropped at a row's edge comes to lie; null where that changes nothing. */
  landing: (id: string, on: RowEdge) => RowEdge | null;
  /** Moves it there; nothing happens where it already is. */
  drop: (id: string, on: RowEdge) => void;
  step: (id: string, direction: "up" | "down") => void;
  canStep: (id: string, direction: "up" | "down") => boolean;
};

const SortableContext = createContext<(Sortable & { drag: DragState<RowEdge> }) | null>(null);

type SortableListProps = {
  ids: readonly string[];
  onMove: (id: string, afterId: string | null) => void;
  /** What is read out when an item took its new place, counted from 1. */
  announcement: (id: string, place: number) => string;
  label: string;
  /** For a list whose items may not stand anywhere, or stand for several: where one dropped there comes to lie. */
  landing?: (id: string, on: RowEdge) => RowEdge | null;
  /** And behind whom it stands after a step; undefined where there is no further step. */
  stepTo?: (id: string, step: "up" | "down") => string | null | undefined;
  axis?: Axis;
  className?: string;
  children: ReactNode;
};

/** A list whose rows are put in order by dragging, by arrow keys on the handle, or from a menu. */
export function SortableList({
  ids,
  onMove,
  announcement,
  label,
  landing = asHovered,
  stepTo,
  axis = "vertical",
  className,
  children,
}: SortableListProps) {
  const [list] = useState(() => Symbol("sortable"));
  const element = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const scroller = scrollerOf(element.current);
    return scroller ? autoScrollForElements({ element: scroller }) : undefined;
  }, []);

  const sortable = useMemo<Sortable>(() => {
    const next = stepTo ?? ((id: string, direction: "up" | "down") => stepped(ids, id, direction));
    const move = (id: string, afterId: string | null) => {
      onMove(id, afterId);
      const others = ids.filter((other) => other !== id);
      announce(announcement(id, afterId === null ? 1 : others.indexOf(afterId) + 2));
    };
    return {
      list,
      axis,
      ids,
      move,
      landing,
      drop: (id, on) => {
        const at = landing(id, on);
        if (!at) return;
        const afterId = predecessor(ids, id, at.id, at.edge);
        if (afterId !== (ids[ids.indexOf(id) - 1] ?? null)) move(id, afterId);
      },
      step: (id, direction) => {
        const afterId = next(id, direction);
        if (afterId !== undefined) move(id, afterId);
      },
      canStep: (id, direction) => next(id, direction) !== undefined,
    };
  }, [list, axis, ids, onMove, announcement, landing, stepTo]);

  const drag = useTouchDrag<RowEdge>(element, {
    hold: 0,
    find: rowOfHandle,
    targetAt: (_under, at) => rowAt(rowsOf(element.current), at.y),
    onDrop: (id, target) => target && sortable.drop(id, target),
  });

  return (
    <SortableContext value={{ ...sortable, drag }}>
      <ul ref={element} aria-label={label} className={className}>
        {children}
      </ul>
    </SortableContext>
  );
}

/** The list around a row. @throws outside of one */
export function useSortable() {
  const sortable = use(SortableContext);
  if (!sortable) throw new Error("Invariant: a sortable row stands in a SortableList");
  return sortable;
}

function asHovered(_id: string, on: RowEdge): RowEdge {
  return on;
}

function rowOfHandle(touched: Element) {
  const row = touched
    .closest("[data-slot=sortable-handle]")
    ?.closest<HTMLElement>("[data-slot=sortable-row]");
  return row?.dataset.rowId ? { id: row.dataset.rowId, element: row } : null;
}

function rowsOf(list: HTMLElement | null) {
  const rows = list?.querySelectorAll<HTMLElement>("[data-slot=sortable-row]") ?? [];
  return Array.from(rows, (row) => {
    const { top, height } = row.getBoundingClientRect();
    return { id: row.dataset.rowId ?? "", top, height };
  });
}

function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  for (let at = element?.parentElement ?? null; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}
