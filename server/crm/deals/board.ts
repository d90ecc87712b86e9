import * as staged from "@/server/crm/staged";
import type { BoardColumn, BoardQuery, ColumnQuery } from "@/server/crm/staged/contract";
import type { Context } from "@/server/platform";
import type { DealCard } from "./contract";
import { dealCards } from "./queries";

/** The first page of every stage of a pipeline with exact counts and sums. */
export function board(ctx: Context, query: BoardQuery): Promise<BoardColumn<DealCard>[]> {
  return staged.board(ctx, dealCards, query);
}

/** The next cards of one column, after the cursor in board order. */
export function column(ctx: Context, query: ColumnQuery): Promise<{ cards: DealCard[]; hasMore: boolean }> {
  return staged.column(ctx, dealCards, query);
}
