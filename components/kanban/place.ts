import type { KanbanMove, KanbanOrder } from "./kanban-types";

/** What a card was dropped on. */
export type DropTarget =
  | { on: "card"; columnId: string; cardId: string; edge: "top" | "bottom" }
  | { on: "tab" | "head" | "rest"; columnId: string };

/** Where a dropped card goes; null when that is where it is. */
export function placeOfDrop(order: KanbanOrder, cardId: string, target: DropTarget): KanbanMove | null {
  const others = cardsOf(order, target.columnId).filter((id) => id !== cardId);
  const afterId = anchorOf(order, others, cardId, target);
  const move = { cardId, columnId: target.columnId, afterId };
  return isThere(order, move) ? null : move;
}

function anchorOf(order: KanbanOrder, others: string[], cardId: string, target: DropTarget): string | null {
  if (target.on === "rest") return others.at(-1) ?? null;
  if (target.on !== "card") return null;
  if (target.cardId === cardId) return above(order, cardId);
  if (target.edge === "bottom") return target.cardId;
  return others[others.indexOf(target.cardId) - 1] ?? null;
}

/** One step up or down in its column, or to its top; null where there is no such step. */
export function placeOfStep(
  order: KanbanOrder,
  cardId: string,
  step: "top" | "up" | "down",
): KanbanMove | null {
  const columnId = columnWith(order, cardId);
  if (!columnId) return null;
  const cards = cardsOf(order, columnId);
  const index = cards.indexOf(cardId);
  if (step === "down") {
    const next = cards[index + 1];
    return next ? { cardId, columnId, afterId: next } : null;
  }
  if (index === 0) return null;
  return { cardId, columnId, afterId: step === "up" ? (cards[index - 2] ?? null) : null };
}

/** The card the arrow leads to: along the column, or at the same height in the next column that has cards. */
export function neighbourOf(order: KanbanOrder, cardId: string, key: string): string | null {
  const columnIndex = order.findIndex((column) => column.cards.some((card) => card.id === cardId));
  const cards = order[columnIndex]?.cards ?? [];
  const index = cards.findIndex((card) => card.id === cardId);
  if (key === "ArrowUp") return cards[index - 1]?.id ?? null;
  if (key === "ArrowDown") return cards[index + 1]?.id ?? null;
  if (key === "Home") return cards[0]?.id ?? null;
  if (key === "End") return cards.at(-1)?.id ?? null;
  const aside =
    key === "ArrowRight"
      ? order.slice(columnIndex + 1)
      : key === "ArrowLeft"
        ? order.slice(0, columnIndex).toReversed()
        : [];
  const next = aside.find((column) => column.cards.length > 0)?.cards;
  return next?.[Math.min(index, next.length - 1)]?.id ?? null;
}

/** The column a card is in; null when it is in none. */
export function columnWith(order: KanbanOrder, cardId: string): string | null {
  return order.find((column) => column.cards.some((card) => card.id === cardId))?.id ?? null;
}

function isThere(order: KanbanOrder, move: KanbanMove): boolean {
  return columnWith(order, move.cardId) === move.columnId && above(order, move.cardId) === move.afterId;
}

function above(order: KanbanOrder, cardId: string): string | null {
  const cards = cardsOf(order, columnWith(order, cardId));
  return cards[cards.indexOf(cardId) - 1] ?? null;
}

function cardsOf(order: KanbanOrder, columnId: string | null): string[] {
  return order.find((column) => column.id === columnId)?.cards.map((card) => card.id) ?? [];
}
