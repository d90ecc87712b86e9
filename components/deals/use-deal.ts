"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/api/trpc";
import { cardOnBoards } from "@/components/board/card-cache";
import { useDealsApi } from "./use-deals-api";

/** One deal; shown at once from the board's cache while the full answer comes. */
export function useDeal(dealId: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const api = useDealsApi();
  return useQuery(
    trpc.deals.get.queryOptions(
      { dealId },
      {
        placeholderData: () => cardOnBoards(client, api, dealId),
      },
    ),
  );
}

export type DealQuery = ReturnType<typeof useDeal>;
