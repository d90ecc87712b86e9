import type { QueryKey } from "@tanstack/react-query";
import type { BoardColumn, BoardQuery, ColumnQuery } from "@/server/crm/staged/contract";
import type { StagedCard } from "./board-state";

/** A card with what every board and sheet says of it. */
export type ShownCard = StagedCard & { title: string; ownerId: string | null; lossReasonId: string | null };

export type CardMove = {
  id: string;
  stageId: string;
  afterId: string | null;
  version: number;
  lossReasonId?: string | null | undefined;
};

/** How a kind of card is fetched, cached and moved: what deals and leads do alike is written over this. */
export type CardsApi<Card extends ShownCard> = {
  entity: "deal" | "lead";
  /** Everything of the kind, its boards, its lists, and where cards lie by themselves. */
  keys: { all: QueryKey; boards: QueryKey; lists: QueryKey };
  boardKey(query: BoardQuery): QueryKey;
  cardKey(id: string): QueryKey;
  moveKey: QueryKey;
  board(query: BoardQuery, signal?: AbortSignal): Promise<BoardColumn<Card>[]>;
  column(query: ColumnQuery): Promise<{ cards: Card[]; hasMore: boolean }>;
  /** Answers the moved record; names shown beside it stay as they are known. */
  move: (move: CardMove) => Promise<Partial<Card>>;
};
