import type { BoardCard, BoardColumn, Outcome, StageTotal } from "@/server/crm/staged/contract";

/** A card as the board moves it: where it stands, what it is worth, which version of it is known. */
export type StagedCard = BoardCard & {
  pipelineId: string;
  outcome: Outcome;
  version: number;
  currency: string;
  amountMinor: number;
};

/** Where a card goes: under another card of a stage, or to its top. */
export type Place = { stageId: string; outcome: Outcome; afterId: string | null };

/** A stage's column; stages without cards have none on the wire. */
export function columnOf<Card extends BoardCard>(
  columns: readonly BoardColumn<Card>[],
  stageId: string,
): BoardColumn<Card> {
  return columns.find((column) => column.stageId === stageId) ?? emptyColumn(stageId);
}

function emptyColumn(stageId: string): BoardColumn<never> {
  return { stageId, count: 0, sums: [], cards: [], hasMore: false };
}

/** The card among the loaded ones; null when it is not. */
export function findCard<Card extends BoardCard>(
  columns: readonly BoardColumn<Card>[],
  id: string,
): Card | null {
  for (const { cards } of columns) {
    const card = cards.find((one) => one.id === id);
    if (card) return card;
  }
  return null;
}

/** The id of the card above; null at the top or when the card is not loaded. */
export function aboveOf(columns: readonly BoardColumn<BoardCard>[], id: string): string | null {
  for (const { cards } of columns) {
    const index = cards.findIndex((one) => one.id === id);
    if (index >= 0) return cards[index - 1]?.id ?? null;
  }
  return null;
}

/** The board after a move, as the server will answer: counts and sums follow, the version is the next one. */
export function moveCard<Card extends StagedCard>(
  columns: BoardColumn<Card>[],
  card: Card,
  place: Place,
): BoardColumn<Card>[] {
  const moved = {
    ...card,
    stageId: place.stageId,
    outcome: place.outcome,
    version: card.version + 1,
  };
  return insertCard(removeCard(columns, card), moved, place.afterId);
}

/** The board without a card, wherever it shows it; one that is not loaded is taken from its stage's total. */
export function removeCard<Card extends StagedCard>(
  columns: BoardColumn<Card>[],
  card: Card,
): BoardColumn<Card>[] {
  const shown = findCard(columns, card.id) ?? card;
  return columns.map((column) => {
    if (column.stageId !== shown.stageId) return column;
    const cards = column.cards.filter((one) => one.id !== shown.id);
    return { ...column, ...added(column, shown, -1), cards };
  });
}

/**
 * The board with a card under another one; on top when that one is not in the stage. A board that has the card
 * already, since the news was faster than the answer, stays as it is.
 */
export function insertCard<Card extends StagedCard>(
  columns: BoardColumn<Card>[],
  card: Card,
  afterId: string | null,
): BoardColumn<Card>[] {
  if (findCard(columns, card.id)) return columns;
  const known = columns.some((column) => column.stageId === card.stageId);
  const all = known ? columns : [...columns, emptyColumn(card.stageId)];
  return all.map((column) => {
    if (column.stageId !== card.stageId) return column;
    const index = column.cards.findIndex((one) => one.id === afterId) + 1;
    return { ...column, ...added(column, card, 1), cards: column.cards.toSpliced(index, 0, card) };
  });
}

/** The board with a card's new content in its old place; sums follow the amount. */
export function replaceCard<Card extends StagedCard>(
  columns: BoardColumn<Card>[],
  next: Card,
): BoardColumn<Card>[] {
  const before = findCard(columns, next.id);
  if (!before || before.stageId !== next.stageId) return columns;
  return columns.map((column) => {
    if (column.stageId !== next.stageId) return column;
    const total = added({ ...column, ...added(column, before, -1) }, next, 1);
    return { ...column, ...total, cards: column.cards.map((one) => (one.id === next.id ? next : one)) };
  });
}

/** A column with its next page; a card that slipped between pages is not doubled. */
export function appendPage<Card extends BoardCard>(
  columns: BoardColumn<Card>[],
  stageId: string,
  page: { cards: Card[]; hasMore: boolean },
): BoardColumn<Card>[] {
  return columns.map((column) => {
    if (column.stageId !== stageId) return column;
    const there = new Set(column.cards.map((card) => card.id));
    return {
      ...column,
      cards: [...column.cards, ...page.cards.filter((card) => !there.has(card.id))],
      hasMore: page.hasMore,
    };
  });
}

type Worth = Pick<StagedCard, "currency" | "amountMinor">;

function added(total: StageTotal, card: Worth, sign: 1 | -1): Pick<StageTotal, "count" | "sums"> {
  const others = total.sums.filter((sum) => sum.currency !== card.currency);
  const before = total.sums.find((sum) => sum.currency === card.currency)?.amountMinor ?? 0;
  const sum = { currency: card.currency, amountMinor: before + sign * card.amountMinor };
  const count = Math.max(0, total.count + sign);
  const sums = [...others, sum].toSorted((a, b) => a.currency.localeCompare(b.currency));
  return { count, sums: count === 0 ? [] : sums };
}
