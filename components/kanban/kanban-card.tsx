"use client";

import { draggable } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { useDragPart } from "@/components/touch-drag/drag-state";
import { cn } from "@/components/ui/cn";
import { dragData } from "./drag-data";
import { useKanban } from "./kanban-context";
import { MoveMenu } from "./move-menu";

type KanbanCardProps = {
  cardId: string;
  columnId: string;
  title: string;
  movable: boolean;
  /** The card's face: a link, which takes the keys. */
  children: ReactNode;
};

/** A card to drag, to walk to by arrows, and to move by its menu (`m`). */
export function KanbanCard({ cardId, columnId, title, movable, children }: KanbanCardProps) {
  const { walk, drag, byFinger } = useKanban();
  const face = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState(false);
  // A board has many cards: one has its button, and can be dragged, once somebody points at it.
  const [pointed, setPointed] = useState(false);
  const held = useDragPart(drag, ({ lifted }) => lifted === cardId);
  useDraggable(face, cardId, movable && (pointed || held));

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

  // A press on the button takes the focus from the link, and must find the button there.
  const leave = ({ currentTarget }: SyntheticEvent) => {
    if (!currentTarget.matches(":hover, :focus-within")) setPointed(false);
  };

  return (
    <div
      data-drop="card"
      // The line where a card would be dropped is a ground: an element more would have its place found, and a layer made.
      className="bg-no-repeat py-0.75 data-edge:bg-[linear-gradient(var(--accent),var(--accent))] data-edge:bg-[length:100%_2px] data-[edge=bottom]:bg-bottom"
    >
      {/* Keys bubble up from the link inside, which is what has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={face}
        data-slot="kanban-card"
        data-card-id={cardId}
        data-movable={movable || undefined}
        onKeyDown={onKeyDown}
        onPointerEnter={() => setPointed(true)}
        onPointerLeave={leave}
        onFocus={() => setPointed(true)}
        onBlur={leave}
        className={cn(
          "group/card rounded-lg bg-surface shadow-low hover:shadow-high dark:bg-raised",
          movable &&
            "cursor-grab active:cursor-grabbing pointer-coarse:[-webkit-touch-callout:none] pointer-coarse:select-none",
          (byFinger || pointed || menu) && "relative",
          held && "opacity-40",
        )}
      >
        {children}
        {movable && (byFinger || pointed || menu) && (
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

function useDraggable(face: { current: HTMLDivElement | null }, cardId: string, ready: boolean): void {
  useEffect(() => {
    if (!face.current || !ready) return;
    return draggable({ element: face.current, getInitialData: () => dragData(cardId) });
  }, [face, cardId, ready]);
}
