"use client";

import { useMemo } from "react";
import { useTRPC, useTRPCClient } from "@/components/api/trpc";
import type { CardsApi } from "@/components/board/cards-api";
import type { DealCard } from "@/server/crm/deals/contract";

/** Deals as boards and sheets reach them. */
export function useDealsApi(): CardsApi<DealCard> {
  const trpc = useTRPC();
  const client = useTRPCClient();
  return useMemo(
    () => ({
      entity: "deal",
      keys: {
        all: trpc.deals.pathKey(),
        boards: trpc.deals.board.pathKey(),
        lists: trpc.deals.list.pathKey(),
      },
      boardKey: (query) => trpc.deals.board.queryKey(query),
      cardKey: (dealId) => trpc.deals.get.queryKey({ dealId }),
      moveKey: trpc.deals.move.mutationKey(),
      board: (query, signal) => client.deals.board.query(query, { signal }),
      column: (query) => client.deals.column.query(query),
      move: ({ id, ...move }) => client.deals.move.mutate({ dealId: id, ...move }),
    }),
    [trpc, client],
  );
}
