"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ApiInput, useTRPC } from "@/components/api/trpc";
import { replaceCard } from "@/components/board/board-state";
import { changeBoards, changeCard, refreshFiltered } from "@/components/board/card-cache";
import type { DealCard } from "@/server/crm/deals/contract";
import { useDealsApi } from "./use-deals-api";

export type DealChanges = ApiInput["deals"]["update"]["changes"];

/**
 * Saves changes of a deal. Whoever edits keeps their draft until `save` answers: null stands for a refusal, told
 * in `error`, after which the deal has been fetched anew and can be saved over.
 */
export function useUpdateDeal(deal: DealCard) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const api = useDealsApi();
  const mutation = useMutation(trpc.deals.update.mutationOptions());

  /** Saves over a known state of the deal; `names` are those of what was chosen, for the cards. */
  async function saveOver(
    known: DealCard,
    changes: DealChanges,
    names: Partial<DealCard> = {},
    custom?: Record<string, unknown>,
  ): Promise<DealCard | null> {
    try {
      const after = await mutation.mutateAsync({ dealId: known.id, version: known.version, changes, custom });
      const { contactName, companyName, ownerName } = { ...known, ...names };
      const saved: DealCard = { ...after, contactName, companyName, ownerName };
      changeBoards(client, api, (columns) => replaceCard(columns, saved));
      changeCard(client, api, known.id, () => saved);
      refreshFiltered(client, api);
      void client.invalidateQueries(trpc.records.get.pathFilter());
      void client.invalidateQueries(trpc.records.timeline.pathFilter());
      return saved;
    } catch {
      await client.invalidateQueries(trpc.deals.get.queryFilter({ dealId: known.id }));
      return null;
    }
  }
  const save = (changes: DealChanges, names?: Partial<DealCard>, custom?: Record<string, unknown>) =>
    saveOver(deal, changes, names, custom);
  return { save, saveOver, pending: mutation.isPending, error: mutation.error, forget: mutation.reset };
}
