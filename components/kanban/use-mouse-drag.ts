"use client";

import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { monitorForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { useEffect, useEffectEvent } from "react";
import type { DragState } from "@/components/touch-drag/drag-state";
import { draggedCard } from "./drag-data";
import type { KanbanMove, KanbanOrder } from "./kanban-types";
import { type DropTarget, placeOfDrop } from "./place";
import { targetAt } from "./target-at";

type Input = { clientX: number; clientY: number };

/** Cards dragged by mouse: they say what they hover over as cards under a finger do. */
export function useMouseDrag(
  scroller: { current: HTMLDivElement | null },
  order: KanbanOrder,
  drag: DragState<DropTarget>,
  onMove: (move: KanbanMove) => void,
): void {
  const drop = useEffectEvent((cardId: string, target: DropTarget) => {
    const move = placeOfDrop(order, cardId, target);
    if (move) onMove(move);
  });
  useEffect(() => {
    if (!scroller.current) return;
    return combine(
      monitorForElements({
        canMonitor: ({ source }) => draggedCard(source.data) !== null,
        onDragStart: ({ source }) => drag.set({ lifted: draggedCard(source.data), over: null }),
        onDrag: ({ source, location }) =>
          drag.set({ lifted: draggedCard(source.data), over: under(location.current.input) }),
        onDrop: ({ source, location }) => {
          drag.set({ lifted: null, over: null });
          const { dropTargets, input } = location.current;
          const cardId = draggedCard(source.data);
          // Called off, there is no target left.
          const target = dropTargets.length > 0 ? under(input) : null;
          if (cardId && target) drop(cardId, target);
        },
      }),
      autoScrollForElements({
        element: scroller.current,
        canScroll: ({ source }) => draggedCard(source.data) !== null,
      }),
    );
  }, [scroller, drag]);
}

function under({ clientX: x, clientY: y }: Input): DropTarget | null {
  return targetAt(document.elementFromPoint(x, y), { x, y });
}
