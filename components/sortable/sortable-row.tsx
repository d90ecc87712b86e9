"use client";

import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { attachClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge";
import { extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge";
import { GripVertical } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { predecessor } from "./order";
import { useSortable } from "./sortable-list";

type SortableRowProps = {
  id: string;
  /** The handle's name: what is moved, and by which keys. */
  handleLabel: string;
  disabled?: boolean;
  className?: string;
  /** Everything beside the handle. */
  children: ReactNode;
};

/** A row of a `SortableList` with its handle at the left. */
export function SortableRow({ id, handleLabel, disabled, className, children }: SortableRowProps) {
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const { step } = useSortable();
  const { dragging, edge } = useDrag(id, row, handle, disabled ?? false);

  const stepBy = (direction: "up" | "down") => {
    step(id, direction);
    // React may move this very row in the document, which drops the focus.
    requestAnimationFrame(() => handle.current?.focus());
  };
  return (
    <li ref={row} data-slot="sortable-row" className={cn("relative", dragging && "opacity-40", className)}>
      {!disabled && (
        <button
          ref={handle}
          type="button"
          aria-label={handleLabel}
          title={handleLabel}
          onKeyDown={(event) => {
            if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
            event.preventDefault();
            stepBy(event.key === "ArrowUp" ? "up" : "down");
          }}
          className="grid h-8 w-5 shrink-0 cursor-grab! place-items-center rounded-sm text-ink-faint hover:bg-ink/7 hover:text-ink max-md:h-10 max-md:w-6"
        >
          <GripVertical className="size-4" />
        </button>
      )}
      {children}
      {edge && (
        <div
          aria-hidden
          className={cn(
            "pointer-events-none absolute inset-x-0 z-10 h-0.5 rounded-full bg-accent",
            edge === "top" ? "-top-px" : "-bottom-px",
          )}
        />
      )}
    </li>
  );
}

type Edge = "top" | "bottom";

function useDrag(
  id: string,
  row: RefObject<HTMLElement | null>,
  handle: RefObject<HTMLElement | null>,
  disabled: boolean,
) {
  const { list, ids, move } = useSortable();
  const [dragging, setDragging] = useState(false);
  const [edge, setEdge] = useState<Edge | null>(null);
  const drop = useEffectEvent((moving: string, at: Edge) => {
    const afterId = predecessor(ids, moving, id, at);
    if (afterId !== (ids[ids.indexOf(moving) - 1] ?? null)) move(moving, afterId);
  });

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
          if (at && typeof source.data.id === "string") drop(source.data.id, at);
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
