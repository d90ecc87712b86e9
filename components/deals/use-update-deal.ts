"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ApiInput, useTRPC } from "@/components/api/trpc";
import type { DealCard } from "@/server/crm/deals/contract";
import { replaceCard } from "./board-state";
import { changeBoards, changeDeal } from "./deal-cache";

export type DealChanges = ApiInput["deals"]["update"]["changes"];

/**
 * Saves changes of a deal. Whoever edits keeps their draft until `save` answers: null stands for a refusal, told
 * in `error`, after which the deal has been fetched anew and can be saved over.
 */
export function useUpdateDeal(deal: DealCard) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const mutation = useMutation(trpc.deals.update.mutationOptions());

  /** Saves over a known state of the deal; `names` are those of what was chosen, for the cards. */
  async function saveOver(
    known: DealCard,
    changes: DealChanges,
    names: Partial<DealCard> = {},
  ): Promise<DealCard | null> {
    try {
      const after = await mutation.mutateAsync({ dealId: known.id, version: known.version, changes });
      const { contactName, companyName, ownerName } = { ...known, ...names };
      const saved: DealCard = { ...after, contactName, companyName, ownerName };
      changeBoards(client, trpc, (columns) => replaceCard(columns, saved));
      changeDeal(client, trpc, known.id, () => saved);
      void client.invalidateQueries(trpc.records.timeline.pathFilter());
      return saved;
    } catch {
      await client.invalidateQueries(trpc.deals.get.queryFilter({ dealId: known.id }));
      return null;
    }
  }
  const save = (changes: DealChanges, names?: Partial<DealCard>) => saveOver(deal, changes, names);
  return { save, saveOver, pending: mutation.isPending, error: mutation.error, forget: mutation.reset };
}
