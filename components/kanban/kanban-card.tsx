"use client";

import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { attachClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/attach-closest-edge";
import { extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { type Drag, useDragPart } from "@/components/touch-drag/drag-state";
import { cn } from "@/components/ui/cn";
import { dragData, draggedCard, dropData } from "./drag-data";
import { useKanban } from "./kanban-context";
import { MoveMenu } from "./move-menu";
import type { DropTarget } from "./place";

type KanbanCardProps = {
  cardId: string;
  columnId: string;
  title: string;
  movable: boolean;
  /** The card's face; its one link covers it and takes the keys. */
  children: ReactNode;
};

/** A card to drag, to walk to by arrows, and to move by its menu (`m`). */
export function KanbanCard({ cardId, columnId, title, movable, children }: KanbanCardProps) {
  const { walk, drag } = useKanban();
  const place = useRef<HTMLDivElement>(null);
  const face = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState(false);
  const byMouse = useDragging(place, face, { cardId, columnId, movable });
  const held = useDragPart(drag, ({ lifted }) => lifted === cardId);
  const edge = useDragPart(drag, (now) => edgeOf(now, cardId)) ?? byMouse.edge;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target instanceof HTMLElement && !event.target.matches("a")) return;
    if (event.code === "KeyM" && movable) {
      event.preventDefault();
      setMenu(true);
      return;
    }
    if (walk(cardId, event.key)) event.preventDefault();
  };

  return (
    <div ref={place} data-drop="card" className="pb-1.5">
      {edge && <DropLine edge={edge} />}
      {/* Keys bubble up from the link inside, which is what has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={face}
        data-slot="kanban-card"
        data-card-id={cardId}
        data-movable={movable || undefined}
        onKeyDown={onKeyDown}
        className={cn(
          "group/card relative rounded-lg bg-surface shadow-low transition-shadow hover:shadow-high has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-focus dark:bg-raised",
          movable &&
            "cursor-grab active:cursor-grabbing pointer-coarse:[-webkit-touch-callout:none] pointer-coarse:select-none",
          (byMouse.dragging || held) && "opacity-40",
        )}
      >
        {children}
        {movable && (
          <MoveMenu
            cardId={cardId}
            columnId={columnId}
            title={title}
            open={menu}
            onOpenChange={setMenu}
            onClosed={() => face.current?.querySelector("a")?.focus()}
          />
        )}
      </div>
    </div>
  );
}

// No line on the card's own sides: it would not move.
function edgeOf({ lifted, over }: Drag<DropTarget>, cardId: string): "top" | "bottom" | null {
  return over?.on === "card" && over.cardId === cardId && lifted !== cardId ? over.edge : null;
}

type Ref = { current: HTMLDivElement | null };
type Dragged = { cardId: string; columnId: string; movable: boolean };

function useDragging(place: Ref, face: Ref, { cardId, columnId, movable }: Dragged) {
  const [dragging, setDragging] = useState(false);
  const [edge, setEdge] = useState<"top" | "bottom" | null>(null);
  useEffect(() => {
    if (!place.current || !face.current) return;
    return combine(
      draggable({
        element: face.current,
        canDrag: () => movable,
        getInitialData: () => dragData(cardId),
        onDragStart: () => setDragging(true),
        onDrop: () => setDragging(false),
      }),
      dropTargetForElements({
        element: place.current,
        canDrop: ({ source }) => draggedCard(source.data) !== null,
        getData: ({ input, element }) =>
          attachClosestEdge(dropData({ on: "card", columnId, cardId }), {
            input,
            element,
            allowedEdges: ["top", "bottom"],
          }),
        onDrag: ({ self, source }) => {
          const closest = extractClosestEdge(self.data);
          setEdge(draggedCard(source.data) === cardId ? null : closest === "top" ? "top" : "bottom");
        },
        onDragLeave: () => setEdge(null),
        onDrop: () => setEdge(null),
      }),
    );
  }, [place, face, cardId, columnId, movable]);
  return { dragging, edge };
}

function DropLine({ edge }: { edge: "top" | "bottom" }) {
  return (
    <span
      aria-hidden
      className={cn(
        "pointer-events-none absolute inset-x-0 z-10 h-0.5 rounded-full bg-accent",
        edge === "top" ? "-top-1" : "bottom-0.5",
      )}
    />
  );
}
