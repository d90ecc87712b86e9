"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/api/trpc";
import { cardOnBoards } from "@/components/board/card-cache";
import { useLeadsApi } from "./use-leads-api";

/** One lead; shown at once from the board's cache while the full answer comes. */
export function useLead(leadId: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const api = useLeadsApi();
  return useQuery(
    trpc.leads.get.queryOptions({ leadId }, { placeholderData: () => cardOnBoards(client, api, leadId) }),
  );
}
