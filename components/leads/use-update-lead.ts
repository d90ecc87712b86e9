"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ApiInput, useTRPC } from "@/components/api/trpc";
import { replaceCard } from "@/components/board/board-state";
import { changeBoards, changeCard, refreshFiltered } from "@/components/board/card-cache";
import { useDirectory } from "@/components/deals/use-directory";
import type { LeadCard } from "@/server/crm/leads/contract";
import { useLeadsApi } from "./use-leads-api";

export type LeadChanges = ApiInput["leads"]["update"]["changes"];

/**
 * Saves changes of a lead. Whoever edits keeps their draft until `save` answers: null stands for a refusal, told in
 * `error`, after which the lead has been fetched anew and can be saved over.
 */
export function useUpdateLead(lead: LeadCard) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const api = useLeadsApi();
  const directory = useDirectory();
  const mutation = useMutation(trpc.leads.update.mutationOptions());

  /** Saves over a known state of the lead. */
  async function saveOver(
    known: LeadCard,
    changes: LeadChanges,
    custom?: Record<string, unknown>,
  ): Promise<LeadCard | null> {
    try {
      const after = await mutation.mutateAsync({ leadId: known.id, version: known.version, changes, custom });
      const { dealTitle } = known;
      const saved: LeadCard = { ...after, dealTitle, ownerName: directory.member(after.ownerId) };
      changeBoards(client, api, (columns) => replaceCard(columns, saved));
      changeCard(client, api, known.id, () => saved);
      refreshFiltered(client, api);
      void client.invalidateQueries(trpc.records.get.pathFilter());
      void client.invalidateQueries(trpc.records.timeline.pathFilter());
      return saved;
    } catch {
      await client.invalidateQueries({ queryKey: api.cardKey(known.id) });
      return null;
    }
  }
  const save = (changes: LeadChanges, custom?: Record<string, unknown>) => saveOver(lead, changes, custom);
  return { save, saveOver, pending: mutation.isPending, error: mutation.error, forget: mutation.reset };
}
