"use client";

import { announce } from "@atlaskit/pragmatic-drag-and-drop-live-region";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { useDragPart } from "@/components/touch-drag/drag-state";
import { edgeAt, type Point } from "@/components/touch-drag/geometry";
import { useTouchDrag } from "@/components/touch-drag/use-touch-drag";
import type { KanbanMove, KanbanOrder } from "./kanban-types";
import { type DropTarget, placeOfDrop } from "./place";

/** Cards dragged by finger after a long press; what is not a move is said as well. */
export function useTouchCards(
  board: RefObject<HTMLElement | null>,
  order: KanbanOrder,
  titleOf: (cardId: string) => string,
  onMove: (move: KanbanMove) => void,
) {
  const t = useTranslations("board.kanban");
  const stays = (cardId: string) => announce(t("stays", { title: titleOf(cardId) }));
  const drag = useTouchDrag<DropTarget>(board, {
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
  return { drag, lifted: useDragPart(drag, ({ lifted }) => lifted) };
}

// A card is held by its face; the button on it has a press of its own.
function cardAt(touched: Element) {
  const card = touched.closest<HTMLElement>("[data-slot=kanban-card][data-movable]");
  const id = card?.dataset.cardId;
  return card && id && !touched.closest("button") ? { id, element: card } : null;
}

function targetAt(under: Element | null, at: Point): DropTarget | null {
  const tab = under?.closest<HTMLElement>("[data-tab]")?.dataset.tab;
  if (tab) return { on: "tab", columnId: tab };
  const columnId = under?.closest<HTMLElement>("[data-column-id]")?.dataset.columnId;
  if (!under || !columnId) return null;
  const place = under.closest<HTMLElement>("[data-drop=card]");
  const cardId = place?.querySelector<HTMLElement>("[data-card-id]")?.dataset.cardId;
  if (place && cardId) {
    return { on: "card", columnId, cardId, edge: edgeAt(at.y, place.getBoundingClientRect()) };
  }
  return { on: under.closest("[data-drop=head]") ? "head" : "rest", columnId };
}
