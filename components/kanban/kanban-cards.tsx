"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { memo, type ReactNode, useCallback, useEffect, useEffectEvent } from "react";
import { cn } from "@/components/ui/cn";
import { Skeleton } from "@/components/ui/skeleton";
import { KanbanCard } from "./kanban-card";
import type { KanbanColumnData } from "./kanban-types";

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
  const dragged = draggingId ? cards.findIndex((card) => card.id === draggingId) : -1;
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller,
    estimateSize: () => 94,
    // With another function, every card would be measured anew.
    getItemKey: useCallback((index: number) => cards[index]?.id ?? index, [cards]),
    overscan: 4,
    useFlushSync: false,
    // The glass below is gone before a hand can have gone from the wheel to the button.
    isScrollingResetDelay: 60,
    // The browser ends a drag whose element is taken away: the dragged card stays, however far one scrolls.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return dragged < 0 || shown.includes(dragged) ? shown : [...shown, dragged].toSorted((a, b) => a - b);
    },
  });
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
      {/* A list by role: its items are taken out of the flow. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div
        role="list"
        aria-label={column.name}
        // A sheet of glass: what passes under a resting mouse need not answer to it, unless something is dragged there.
        className={cn(
          "relative",
          virtual.isScrolling &&
            !draggingId &&
            "pointer-fine:after:absolute pointer-fine:after:inset-0 pointer-fine:after:z-20",
        )}
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map((item) => {
          const card = cards[item.index];
          if (!card) return null;
          return (
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            <div
              key={item.key}
              role="listitem"
              aria-setsize={column.count}
              aria-posinset={item.index + 1}
              ref={virtual.measureElement}
              data-index={item.index}
              className="absolute inset-x-0 [contain:layout_style]"
              style={{ top: item.start }}
            >
              <ShownCard card={card} columnId={column.id} face={face} titleOf={titleOf} movable={movable} />
            </div>
          );
        })}
      </div>
      {hasMore && <Skeleton className="mt-1 h-20" />}
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

// The wanted card may be out of view: it is scrolled to first, and exists a frame later.
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
      } else if (tries++ < 10) requestAnimationFrame(focus);
    };
    requestAnimationFrame(focus);
  });
  useEffect(() => {
    if (index >= 0) go();
  }, [index]);
}
