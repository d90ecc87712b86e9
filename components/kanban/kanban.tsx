"use client";

import { announce } from "@atlaskit/pragmatic-drag-and-drop-live-region";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { useDragPart } from "@/components/touch-drag/drag-state";
import { cn } from "@/components/ui/cn";
import { KanbanColumn } from "./kanban-column";
import { KanbanProvider } from "./kanban-context";
import type { KanbanColumnData, KanbanMove } from "./kanban-types";
import { StageTabs } from "./stage-tabs";
import { useDropLine } from "./use-drop-line";
import { useMouseDrag } from "./use-mouse-drag";
import { useTouchCards } from "./use-touch-cards";

type KanbanProps<Card extends { id: string }> = {
  columns: readonly KanbanColumnData<Card>[];
  /** Asks for a move; the caller shows it at once by giving new columns. */
  onMove: (move: KanbanMove) => void;
  onMore: (columnId: string) => void;
  /** The column whose next page is on its way. */
  loadingMore: string | null;
  head: (column: KanbanColumnData<Card>) => ReactNode;
  top?: (column: KanbanColumnData<Card>) => ReactNode;
  empty?: (column: KanbanColumnData<Card>) => ReactNode;
  /** The card's face: a link with all of its content. */
  face: (card: Card) => ReactNode;
  titleOf: (card: Card) => string;
  movable: (card: Card) => boolean;
};

/** Columns of cards, moved by mouse, finger and keyboard. On a phone one column fills the screen. */
export function Kanban<Card extends { id: string }>(props: KanbanProps<Card>) {
  const { columns, onMove, onMore, loadingMore, head, top, empty, ...cards } = props;
  const scroller = useRef<HTMLDivElement>(null);
  // Where the focus should go: to a card, once it has come to the column.
  const [wanted, setWanted] = useState<{ cardId: string; columnId: string } | null>(null);
  const ask = useAnnouncedMove(columns, cards.titleOf, onMove);
  const nameOf = (cardId: string) => {
    const card = columns.flatMap((column) => column.cards).find((one) => one.id === cardId);
    return card ? cards.titleOf(card) : "";
  };
  const drag = useTouchCards(scroller, columns, nameOf, ask);
  useMouseDrag(scroller, columns, drag, ask);
  useDropLine(scroller, drag);
  const draggingId = useDragPart(drag, ({ lifted }) => lifted);

  const moveByKeys = (move: KanbanMove) => {
    setWanted({ cardId: move.cardId, columnId: move.columnId });
    ask(move);
  };

  return (
    <KanbanProvider columns={columns} move={moveByKeys} drag={drag} focus={setWanted}>
      <StageTabs columns={columns} scroller={scroller} />
      <div
        ref={scroller}
        data-slot="kanban"
        className={cn(
          "relative flex min-h-0 flex-1 gap-2.5 overflow-x-auto px-6 pt-1 pb-3 max-md:gap-4 max-md:px-4",
          // Snapping would fight with the scroll towards a far column.
          !draggingId && "max-md:snap-x max-md:snap-mandatory",
        )}
      >
        {columns.map((column) => (
          <KanbanColumn
            key={column.id}
            column={column}
            head={head(column)}
            top={top?.(column)}
            empty={empty?.(column)}
            loadingMore={loadingMore === column.id}
            onMore={() => onMore(column.id)}
            draggingId={draggingId}
            focusId={wanted?.columnId === column.id ? wanted.cardId : null}
            onFocused={() => setWanted(null)}
            {...cards}
          />
        ))}
      </div>
    </KanbanProvider>
  );
}

/** Moves, and says so to those who do not see it. */
function useAnnouncedMove<Card extends { id: string }>(
  columns: readonly KanbanColumnData<Card>[],
  titleOf: (card: Card) => string,
  onMove: (move: KanbanMove) => void,
) {
  const t = useTranslations("board.kanban");
  return (move: KanbanMove) => {
    const card = columns.flatMap((column) => column.cards).find((one) => one.id === move.cardId);
    const column = columns.find((one) => one.id === move.columnId);
    if (!card || !column) return;
    const above = column.cards.findIndex((one) => one.id === move.afterId);
    announce(t("moved", { title: titleOf(card), stage: column.name, position: above + 2 }));
    onMove(move);
  };
}
