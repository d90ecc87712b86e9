/** A column and what is known of it; `count` is of everything, `cards` what is loaded, in order. */
export type KanbanColumnData<Card extends { id: string }> = {
  id: string;
  name: string;
  /** A name of the stage palette. */
  colour: string;
  count: number;
  cards: readonly Card[];
  hasMore: boolean;
};

/** A wish to put a card under another one; null for the column's top. */
export type KanbanMove = { cardId: string; columnId: string; afterId: string | null };

/** The order of cards alone, which is all that rules of place need. */
export type KanbanOrder = readonly { id: string; cards: readonly { id: string }[] }[];
