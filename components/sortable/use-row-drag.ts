"use client";

import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { attachClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge";
import { extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { type Axis, useSortable } from "./sortable-list";

type Edge = "top" | "bottom";

const sides = { vertical: ["top", "bottom"], horizontal: ["left", "right"] } as const;

/**
 * Dragging a row by its handle with the mouse, and the side of the row that is hovered: in a horizontal list "top" is the
 * side before it.
 */
export function useRowDrag(
  id: string,
  row: RefObject<HTMLElement | null>,
  handle: RefObject<HTMLElement | null>,
  disabled: boolean,
) {
  const { list, axis, drop } = useSortable();
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
          attachClosestEdge({ id }, { input, element, allowedEdges: [...sides[axis]] }),
        onDrag: ({ self }) => setEdge(edgeOf(self.data, axis)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ self, source }) => {
          setEdge(null);
          const at = edgeOf(self.data, axis);
          if (at && typeof source.data.id === "string") dropped(source.data.id, at);
        },
      }),
    );
  }, [id, list, axis, row, handle, disabled]);
  return { dragging, edge };
}

function edgeOf(data: Record<string | symbol, unknown>, axis: Axis): Edge | null {
  const edge = extractClosestEdge(data);
  if (!edge) return null;
  return edge === sides[axis][0] ? "top" : "bottom";
}
