"use client";

import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { attachClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge";
import { extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { useSortable } from "./sortable-list";

type Edge = "top" | "bottom";

/** Dragging a row by its handle with the mouse, and the side of the row that is hovered. */
export function useRowDrag(
  id: string,
  row: RefObject<HTMLElement | null>,
  handle: RefObject<HTMLElement | null>,
  disabled: boolean,
) {
  const { list, drop } = useSortable();
  const [dragging, setDragging] = useState(false);
  const [edge, setEdge] = useState<Edge | null>(null);
  const dropped = useEffectEvent((moving: string, at: Edge) => drop(moving, { id, edge: at }));

  useEffect(() => {
    if (!row.current || !handle.current || disabled) return;
    const isSibling = (data: Record<string | symbol, unknown>) => data.list === list && data.id !== id;
    return combine(
      draggable({
        element: row.current,
        dragHandle: handle.current,
        getInitialData: () => ({ list, id }),
        onDragStart: () => setDragging(true),
        onDrop: () => setDragging(false),
      }),
      dropTargetForElements({
        element: row.current,
        canDrop: ({ source }) => isSibling(source.data),
        getData: ({ input, element }) =>
          attachClosestEdge({ id }, { input, element, allowedEdges: ["top", "bottom"] }),
        onDrag: ({ self }) => setEdge(edgeOf(self.data)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ self, source }) => {
          setEdge(null);
          const at = edgeOf(self.data);
          if (at && typeof source.data.id === "string") dropped(source.data.id, at);
        },
      }),
    );
  }, [id, list, row, handle, disabled]);
  return { dragging, edge };
}

function edgeOf(data: Record<string | symbol, unknown>): Edge | null {
  const edge = extractClosestEdge(data);
  return edge === "top" || edge === "bottom" ? edge : null;
}
