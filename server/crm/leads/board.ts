import { lead } from "@/db/schema/crm-leads";
import * as staged from "@/server/crm/staged";
import type { BoardQuery, ColumnQuery } from "@/server/crm/staged/contract";
import type { Context } from "@/server/platform";
import type { LeadCard, LeadColumn, ListLeads, listSorts } from "./contract";
import { leadCards } from "./queries";

/** The first page of every stage of a pipeline with exact counts and sums. */
export function leadBoard(ctx: Context, query: BoardQuery): Promise<LeadColumn[]> {
  return staged.board(ctx, leadCards, query);
}

/** The next cards of one column, after the cursor in board order. */
export function leadColumn(
  ctx: Context,
  query: ColumnQuery,
): Promise<{ cards: LeadCard[]; hasMore: boolean }> {
  return staged.column(ctx, leadCards, query);
}

const sortColumns = {
  createdAt: lead.createdAt,
  updatedAt: lead.updatedAt,
  title: lead.titleLower,
  amountMinor: lead.amountMinor,
} satisfies Record<(typeof listSorts)[number], unknown>;

/** A page of the leads the actor may see; `nextCursor` is null at the end. */
export function listLeads(
  ctx: Context,
  { sort, ...query }: ListLeads,
): Promise<{ cards: LeadCard[]; nextCursor: number | null }> {
  return staged.listCards(ctx, leadCards, sortColumns[sort], query);
}
