"use client";

import { useMemo } from "react";
import { useTRPC, useTRPCClient } from "@/components/api/trpc";
import type { CardsApi } from "@/components/board/cards-api";
import type { LeadCard } from "@/server/crm/leads/contract";

/** Leads as boards and sheets reach them. */
export function useLeadsApi(): CardsApi<LeadCard> {
  const trpc = useTRPC();
  const client = useTRPCClient();
  return useMemo(
    () => ({
      entity: "lead",
      keys: {
        all: trpc.leads.pathKey(),
        boards: trpc.leads.board.pathKey(),
        lists: trpc.leads.list.pathKey(),
      },
      boardKey: (query) => trpc.leads.board.queryKey(query),
      cardKey: (leadId) => trpc.leads.get.queryKey({ leadId }),
      moveKey: trpc.leads.move.mutationKey(),
      board: (query, signal) => client.leads.board.query(query, { signal }),
      column: (query) => client.leads.column.query(query),
      move: ({ id, ...move }) => client.leads.move.mutate({ leadId: id, ...move }),
    }),
    [trpc, client],
  );
}
