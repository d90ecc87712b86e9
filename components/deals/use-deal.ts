"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/api/trpc";
import type { BoardColumn } from "@/server/crm/deals/contract";
import { findCard } from "./board-state";

/** One deal; shown at once from the board's cache while the full answer comes. */
export function useDeal(dealId: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  return useQuery(
    trpc.deals.get.queryOptions(
      { dealId },
      {
        placeholderData: () => {
          const boards = client.getQueriesData<BoardColumn[]>(trpc.deals.board.pathFilter());
          for (const [, columns] of boards) {
            const card = columns && findCard(columns, dealId);
            if (card) return card;
          }
          return undefined;
        },
      },
    ),
  );
}

export type DealQuery = ReturnType<typeof useDeal>;
