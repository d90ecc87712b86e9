"use client";

import { createContext, type ReactNode, use, useLayoutEffect, useMemo, useRef } from "react";
import type { DragState } from "@/components/touch-drag/drag-state";
import { useIsTouch } from "@/components/ui/use-media-query";
import type { KanbanColumnData, KanbanMove } from "./kanban-types";
import { columnWith, type DropTarget, neighbourOf } from "./place";

type Columns = readonly KanbanColumnData<{ id: string }>[];

/** What a card needs of the board it is on. It stays the same while cards come and go, so that none is drawn anew. */
export type KanbanControls = {
  /** Takes the focus where an arrow leads from a card. @returns whether it leads anywhere */
  walk: (cardId: string, key: string) => boolean;
  /** What is held, by mouse or finger, and where it is. */
  drag: DragState<DropTarget>;
  /** Nothing can be pointed at without touching it. */
  byFinger: boolean;
};

/** What a card's open menu needs besides: the columns as they are now. */
export type KanbanPlaces = {
  columns: Columns;
  /** Asks for a move, and for the focus to follow the card. */
  move: (move: KanbanMove) => void;
};

const ControlsContext = createContext<KanbanControls | null>(null);
const PlacesContext = createContext<KanbanPlaces | null>(null);

type ProviderProps = KanbanPlaces & {
  drag: DragState<DropTarget>;
  /** Has the focus go to a card, which may be out of view. */
  focus: (card: { cardId: string; columnId: string }) => void;
  children: ReactNode;
};

/** Gives cards what they need of their board. */
export function KanbanProvider({ columns, move, drag, focus, children }: ProviderProps) {
  const latest = useRef({ columns, focus });
  useLayoutEffect(() => {
    latest.current = { columns, focus };
  });
  const byFinger = useIsTouch();
  const controls = useMemo(
    () => ({
      drag,
      byFinger,
      walk: (cardId: string, key: string) => {
        const { columns: order, focus: go } = latest.current;
        const next = neighbourOf(order, cardId, key);
        const columnId = next && columnWith(order, next);
        if (columnId) go({ cardId: next, columnId });
        return Boolean(columnId);
      },
    }),
    [drag, byFinger],
  );
  return (
    <ControlsContext value={controls}>
      <PlacesContext value={{ columns, move }}>{children}</PlacesContext>
    </ControlsContext>
  );
}

/** @throws outside of a `Kanban` */
export function useKanban(): KanbanControls {
  const controls = use(ControlsContext);
  if (!controls) throw new Error("useKanban needs a Kanban around it");
  return controls;
}

/** @throws outside of a `Kanban` */
export function useKanbanPlaces(): KanbanPlaces {
  const places = use(PlacesContext);
  if (!places) throw new Error("useKanbanPlaces needs a Kanban around it");
  return places;
}
