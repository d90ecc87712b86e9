"use client";

import { memo, type ReactNode, useEffect, useEffectEvent } from "react";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";
import { KanbanCard } from "./kanban-card";
import type { KanbanColumnData } from "./kanban-types";
import { useCardsInView } from "./use-cards-in-view";
import { useGlass } from "./use-glass";

type KanbanCardsProps<Card extends { id: string }> = {
  column: KanbanColumnData<Card>;
  scroller: HTMLDivElement | null;
  face: (card: Card) => ReactNode;
  titleOf: (card: Card) => string;
  movable: (card: Card) => boolean;
  loadingMore: boolean;
  onMore: () => void;
  draggingId: string | null;
  focusId: string | null;
  onFocused: () => void;
};

/** The cards in view, and a few around them; asks for more before the end is reached. */
export function KanbanCards<Card extends { id: string }>(props: KanbanCardsProps<Card>) {
  const { column, scroller, face, titleOf, movable, loadingMore, onMore, draggingId } = props;
  const { cards, hasMore } = column;
  const virtual = useCardsInView(cards, scroller, draggingId);
  useGlass(scroller);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const more = useEffectEvent(onMore);
  const wanted = hasMore && !loadingMore && last >= cards.length - 8;
  useEffect(() => {
    if (wanted) more();
  }, [wanted]);
  useFocus(props, (index) => virtual.scrollToIndex(index, { align: "auto" }));

  return (
    <>
      <ul
        aria-label={column.name}
        // A sheet of glass: what passes under a resting mouse need not answer to it, unless something is dragged there.
        className={cn(
          "relative flow-root",
          !draggingId &&
            "pointer-fine:in-data-scrolling:after:absolute pointer-fine:in-data-scrolling:after:inset-0 pointer-fine:in-data-scrolling:after:z-20",
        )}
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map((item, place) => {
          const card = cards[item.index];
          if (!card) return null;
          return (
            <li
              key={item.key}
              aria-setsize={column.count}
              aria-posinset={item.index + 1}
              ref={virtual.measureElement}
              data-index={item.index}
              // In the flow: what is positioned, the browser orders, paints and looks for under the mouse by itself.
              style={{ marginTop: item.start - (items[place - 1]?.end ?? 0) }}
            >
              <ShownCard card={card} columnId={column.id} face={face} titleOf={titleOf} movable={movable} />
            </li>
          );
        })}
      </ul>
      {/* What pulses out of sight is drawn anew with every frame all the same. */}
      {hasMore && <Skeleton className={cn("mt-1 h-20", !loadingMore && "animate-none")} />}
    </>
  );
}

type ShownCardProps<Card extends { id: string }> = Pick<
  KanbanCardsProps<Card>,
  "face" | "titleOf" | "movable"
> & {
  card: Card;
  columnId: string;
};

// Scrolling draws a column anew with every few pixels: a card that was there already is not drawn again.
const ShownCard = memo(function ShownCard<Card extends { id: string }>({
  card,
  columnId,
  face,
  titleOf,
  movable,
}: ShownCardProps<Card>) {
  return (
    <KanbanCard cardId={card.id} columnId={columnId} title={titleOf(card)} movable={movable(card)}>
      {face(card)}
    </KanbanCard>
  );
}) as <Card extends { id: string }>(props: ShownCardProps<Card>) => ReactNode;

// The wanted card may be out of view: it is scrolled to first, and exists some frames later.
function useFocus<Card extends { id: string }>(
  { column, scroller, focusId, onFocused }: KanbanCardsProps<Card>,
  scrollTo: (index: number) => void,
) {
  const index = focusId ? column.cards.findIndex((card) => card.id === focusId) : -1;
  const go = useEffectEvent(() => {
    scrollTo(index);
    let tries = 0;
    const focus = () => {
      const link = scroller?.querySelector<HTMLElement>(`[data-card-id="${focusId}"] a`);
      if (link) {
        link.focus({ preventScroll: true });
        onFocused();
      } else if (tries++ < 30) requestAnimationFrame(focus);
    };
    requestAnimationFrame(focus);
  });
  useEffect(() => {
    if (index >= 0) go();
  }, [index]);
}
