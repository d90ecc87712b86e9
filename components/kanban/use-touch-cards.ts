"use client";

import { announce } from "@atlaskit/pragmatic-drag-and-drop-live-region";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { useTouchDrag } from "@/components/touch-drag/use-touch-drag";
import type { KanbanMove, KanbanOrder } from "./kanban-types";
import { type DropTarget, placeOfDrop } from "./place";
import { targetAt } from "./target-at";

/** Cards dragged by finger after a long press; what is not a move is said as well. */
export function useTouchCards(
  board: RefObject<HTMLElement | null>,
  order: KanbanOrder,
  titleOf: (cardId: string) => string,
  onMove: (move: KanbanMove) => void,
) {
  const t = useTranslations("board.kanban");
  const stays = (cardId: string) => announce(t("stays", { title: titleOf(cardId) }));
  return useTouchDrag<DropTarget>(board, {
    hold: 350,
    find: cardAt,
    targetAt,
    onLift: (cardId) => announce(t("lifted", { title: titleOf(cardId) })),
    onDrop: (cardId, target) => {
      const move = target && placeOfDrop(order, cardId, target);
      if (move) onMove(move);
      else stays(cardId);
    },
    onCancel: stays,
  });
}

// A card is held by its face; the button on it has a press of its own.
function cardAt(touched: Element) {
  const card = touched.closest<HTMLElement>("[data-slot=kanban-card][data-movable]");
  const id = card?.dataset.cardId;
  return card && id && !touched.closest("button") ? { id, element: card } : null;
}
