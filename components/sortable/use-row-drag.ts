"use client";

import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { attachClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge";
import { extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge";
import { type RefObject, useEffect, useEffectEvent } from "react";
import { useDragPart } from "@/components/touch-drag/drag-state";
import type { RowEdge } from "./order";
import { type Axis, useSortable } from "./sortable-list";

const sides = { vertical: ["top", "bottom"], horizontal: ["left", "right"] } as const;

/**
 * Dragging a row by its handle, with the mouse here and with the finger by the list. A disabled row stays where it is,
 * and others are dropped beside it.
 * @returns whether the row is held, and at which side of it what is held comes to lie: in a horizontal list "top" is the
 * side before it
 */
export function useRowDrag(
  id: string,
  row: RefObject<HTMLElement | null>,
  handle: RefObject<HTMLElement | null>,
  disabled: boolean,
) {
  const { list, axis, drop, drag, landing } = useSortable();
  const held = useDragPart(drag, ({ lifted }) => lifted === id);
  const edge = useDragPart(drag, ({ lifted, over }) => {
    const at = lifted && over ? landing(lifted, over) : null;
    return at?.id === id && lifted !== id ? at.edge : null;
  });
  const dropped = useEffectEvent((moving: string, on: RowEdge) => drop(moving, on));

  useEffect(() => {
    if (!row.current) return;
    const isSibling = (data: Record<string | symbol, unknown>) => data.list === list && data.id !== id;
    const over = (edge: RowEdge["edge"] | null) => {
      const { lifted, over: before } = drag.get();
      if (before?.id === id && before.edge === edge) return;
      drag.set({ lifted, over: edge && { id, edge } });
    };
    const target = dropTargetForElements({
      element: row.current,
      canDrop: ({ source }) => isSibling(source.data),
      getData: ({ input, element }) =>
        attachClosestEdge({ id }, { input, element, allowedEdges: [...sides[axis]] }),
      onDrag: ({ self }) => over(edgeOf(self.data, axis)),
      onDragLeave: () => over(null),
      onDrop: ({ self, source }) => {
        const edge = edgeOf(self.data, axis);
        if (edge && typeof source.data.id === "string") dropped(source.data.id, { id, edge });
      },
    });
    if (disabled || !handle.current) return target;
    return combine(
      target,
      draggable({
        element: row.current,
        dragHandle: handle.current,
        getInitialData: () => ({ list, id }),
        onDragStart: () => drag.set({ lifted: id, over: null }),
        onDrop: () => drag.set({ lifted: null, over: null }),
      }),
    );
  }, [id, list, axis, drag, row, handle, disabled]);
  return { held, edge };
}

/** The side of the row that is hovered: in a horizontal list "top" is the side before it. */
function edgeOf(data: Record<string | symbol, unknown>, axis: Axis): RowEdge["edge"] | null {
  const edge = extractClosestEdge(data);
  if (!edge) return null;
  return edge === sides[axis][0] ? "top" : "bottom";
}
