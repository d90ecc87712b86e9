"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/api/trpc";
import { insertCard } from "@/components/board/board-state";
import { useWorkspace } from "@/components/workspace/workspace";
import type { LeadCard, LeadColumn } from "@/server/crm/leads/contract";

/** Adds a lead and shows it on top of its stage, on the boards that are in view. */
export function useCreateLead() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { user, memberId } = useWorkspace();
  return useMutation(
    trpc.leads.create.mutationOptions({
      onSuccess: (lead) => {
        const ownerName = lead.ownerId === memberId ? user.name : null;
        const card: LeadCard = { ...lead, ownerName, dealTitle: null };
        client.setQueriesData<LeadColumn[]>(
          { ...trpc.leads.board.pathFilter(), type: "active" },
          (columns) => columns && insertCard(columns, card, null),
        );
        // A filter may say otherwise: the server has the last word.
        void client.invalidateQueries(trpc.leads.board.pathFilter());
        void client.invalidateQueries(trpc.leads.list.pathFilter());
      },
    }),
  );
}
