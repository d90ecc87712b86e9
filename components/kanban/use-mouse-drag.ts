"use client";

import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { monitorForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { useEffect, useEffectEvent, useState } from "react";
import { draggedCard, dropTargetOf } from "./drag-data";
import type { KanbanMove, KanbanOrder } from "./kanban-types";
import { placeOfDrop } from "./place";

/** Hears of cards dropped by mouse. @returns the card being dragged */
export function useMouseDrag(
  scroller: { current: HTMLDivElement | null },
  order: KanbanOrder,
  onMove: (move: KanbanMove) => void,
): string | null {
  const [draggingId, setDraggingId] = useState<string | null>(null);
  const drop = useEffectEvent((cardId: string, targets: Parameters<typeof dropTargetOf>[0]) => {
    const target = dropTargetOf(targets);
    const move = target && placeOfDrop(order, cardId, target);
    if (move) onMove(move);
  });
  useEffect(() => {
    if (!scroller.current) return;
    return combine(
      monitorForElements({
        canMonitor: ({ source }) => draggedCard(source.data) !== null,
        onDragStart: ({ source }) => setDraggingId(draggedCard(source.data)),
        onDrop: ({ source, location }) => {
          setDraggingId(null);
          const cardId = draggedCard(source.data);
          if (cardId) drop(cardId, location.current.dropTargets);
        },
      }),
      autoScrollForElements({
        element: scroller.current,
        canScroll: ({ source }) => draggedCard(source.data) !== null,
      }),
    );
  }, [scroller]);
  return draggingId;
}
