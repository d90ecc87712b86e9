import {
  defaultRangeExtractor,
  observeElementOffset,
  type Range,
  useVirtualizer,
  type Virtualizer,
} from "@tanstack/react-virtual";
import { startTransition, useCallback } from "react";

/** Which cards of a column are drawn: those in view, and eight beyond either end. */
export function useCardsInView(
  cards: readonly { id: string }[],
  scroller: HTMLDivElement | null,
  draggingId: string | null,
): Virtualizer<HTMLDivElement, Element> {
  const dragged = draggingId ? cards.findIndex((card) => card.id === draggingId) : -1;
  return useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller,
    estimateSize: () => 94,
    // With another function, every card would be measured anew.
    getItemKey: useCallback((index: number) => cards[index]?.id ?? index, [cards]),
    overscan: 8,
    useFlushSync: false,
    observeElementOffset: offsetInTransition,
    // The browser ends a drag whose element is taken away: the dragged card stays, however far one scrolls.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(inBlocks(range));
      return dragged < 0 || shown.includes(dragged) ? shown : [...shown, dragged].toSorted((a, b) => a - b);
    },
  });
}

// Cards come and go by threes: what a column costs the browser beside its cards is paid in a frame of three or four.
const block = 3;

function inBlocks({ startIndex, endIndex, ...rest }: Range): Range {
  return {
    ...rest,
    startIndex: Math.floor(startIndex / block) * block,
    endIndex: Math.ceil((endIndex + 1) / block) * block - 1,
  };
}

// Cards to come are drawn between frames, which scrolling does not wait for.
const offsetInTransition: typeof observeElementOffset = (virtual, onOffset) =>
  observeElementOffset(virtual, (offset, isScrolling) => {
    startTransition(() => onOffset(offset, isScrolling));
  });
