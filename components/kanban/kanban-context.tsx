"use client";

import { createContext, use } from "react";
import type { DragState } from "@/components/touch-drag/drag-state";
import type { KanbanMove, KanbanOrder } from "./kanban-types";
import type { DropTarget } from "./place";

/** What a card needs of the board it is on. */
export type KanbanControls = {
  columns: readonly { id: string; name: string; colour: string }[];
  order: KanbanOrder;
  /** Asks for a move, and for the focus to follow the card. */
  move: (move: KanbanMove) => void;
  focusCard: (cardId: string) => void;
  /** What a finger holds and where it is. */
  drag: DragState<DropTarget>;
};

const KanbanContext = createContext<KanbanControls | null>(null);

export const KanbanControlsProvider = KanbanContext.Provider;

/** @throws outside of a `Kanban` */
export function useKanban(): KanbanControls {
  const controls = use(KanbanContext);
  if (!controls) throw new Error("useKanban needs a Kanban around it");
  return controls;
}
