"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ApiInput, useTRPC } from "@/components/api/trpc";
import { insertCard } from "@/components/board/board-state";
import { useWorkspace } from "@/components/workspace/workspace";
import type { DealCard, DealColumn } from "@/server/crm/deals/contract";

type CreateDeal = ApiInput["deals"]["create"];

/** Adds a deal and shows it on top of its stage, on the boards that are in view. */
export function useCreateDeal() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { user, memberId } = useWorkspace();
  return useMutation(
    trpc.deals.create.mutationOptions({
      onSuccess: (deal, input: CreateDeal) => {
        const card: DealCard = {
          ...deal,
          contactName: input.newContact?.name ?? null,
          companyName: null,
          ownerName: deal.ownerId === memberId ? user.name : null,
        };
        client.setQueriesData<DealColumn[]>(
          { ...trpc.deals.board.pathFilter(), type: "active" },
          (columns) => columns && insertCard(columns, card, null),
        );
        // An owner's filter or a chosen contact may say otherwise: the server has the last word.
        void client.invalidateQueries(trpc.deals.board.pathFilter());
        void client.invalidateQueries(trpc.deals.list.pathFilter());
      },
    }),
  );
}
