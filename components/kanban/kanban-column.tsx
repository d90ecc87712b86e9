"use client";

import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useDragPart } from "@/components/touch-drag/drag-state";
import { cn } from "@/components/ui/cn";
import { stageColour } from "@/components/ui/stage-colours";
import { draggedCard } from "./drag-data";
import { KanbanCards } from "./kanban-cards";
import { useKanban } from "./kanban-context";
import type { KanbanColumnData } from "./kanban-types";

type KanbanColumnProps<Card extends { id: string }> = {
  column: KanbanColumnData<Card>;
  head: ReactNode;
  /** Between the head and the cards: a form for a new card. */
  top?: ReactNode;
  /** Said instead of cards when there are none. */
  empty?: ReactNode;
  face: (card: Card) => ReactNode;
  titleOf: (card: Card) => string;
  movable: (card: Card) => boolean;
  loadingMore: boolean;
  onMore: () => void;
  draggingId: string | null;
  focusId: string | null;
  onFocused: () => void;
};

/** One column: its head, and its cards in a scroll of their own. */
export function KanbanColumn<Card extends { id: string }>(props: KanbanColumnProps<Card>) {
  const { column, head, top, empty, ...cards } = props;
  const section = useRef<HTMLElement>(null);
  // State, not a ref: the virtual list inside has to hear when its scroller is there.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  useDropColumn(section, scroller);
  const { drag } = useKanban();
  const over = useDragPart(drag, (now) => now.over?.columnId === column.id);
  return (
    <section
      ref={section}
      data-slot="kanban-column"
      data-column-id={column.id}
      aria-label={column.name}
      className="flex w-70 shrink-0 snap-center flex-col max-md:w-[calc(100vw-2rem)]"
    >
      <div
        data-drop="head"
        className="rounded-t-lg border-t-[3px] bg-ink/4 px-2.5 pt-1.5 pb-2"
        style={{ borderTopColor: stageColour(column.colour) }}
      >
        {head}
      </div>
      <div
        ref={setScroller}
        className={cn(
          "min-h-0 flex-1 overflow-y-auto overscroll-contain [overflow-anchor:none] rounded-b-lg px-1.5 pb-6 [contain:layout_style_paint] [scrollbar-width:thin]",
          // Opaque: what lies under text in a layer of its own, the browser scrolls without drawing it anew.
          over
            ? "bg-[color-mix(in_srgb,var(--accent-soft)_60%,var(--bg))]"
            : "bg-[color-mix(in_srgb,var(--ink)_4%,var(--bg))]",
        )}
      >
        {top}
        {column.cards.length === 0 && empty}
        <KanbanCards column={column} scroller={scroller} {...cards} />
      </div>
    </section>
  );
}

// Any place of the column takes a card; which one it is, the pointer says.
function useDropColumn(column: { current: HTMLElement | null }, scroller: HTMLElement | null): void {
  useEffect(() => {
    if (!column.current || !scroller) return;
    const isCard = ({ source }: { source: { data: Record<string | symbol, unknown> } }) =>
      draggedCard(source.data) !== null;
    return combine(
      dropTargetForElements({ element: column.current, canDrop: isCard }),
      autoScrollForElements({ element: scroller, canScroll: isCard }),
    );
  }, [column, scroller]);
}
