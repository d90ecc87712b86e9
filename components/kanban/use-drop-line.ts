import { type RefObject, useEffect } from "react";
import type { Drag, DragState } from "@/components/touch-drag/drag-state";
import type { DropTarget } from "./place";

/**
 * Marks the card beside which a held one would be dropped by `data-edge`, in the page itself: with every card that is
 * passed over, React would have to ask all of them.
 */
export function useDropLine(board: RefObject<HTMLElement | null>, drag: DragState<DropTarget>): void {
  useEffect(() => {
    let marked: Element | null = null;
    const mark = () => {
      const beside = besideOf(drag.get());
      const card = beside && board.current?.querySelector(`[data-card-id="${beside.cardId}"]`);
      const place = card?.closest("[data-drop=card]") ?? null;
      if (marked !== place) marked?.removeAttribute("data-edge");
      if (beside && place?.getAttribute("data-edge") !== beside.edge)
        place?.setAttribute("data-edge", beside.edge);
      marked = place;
    };
    return drag.subscribe(mark);
  }, [board, drag]);
}

// No line on the card's own sides: it would not move.
function besideOf({ lifted, over }: Drag<DropTarget>) {
  return over?.on === "card" && over.cardId !== lifted ? over : null;
}
