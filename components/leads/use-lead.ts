"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
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

export type LeadQuery = ReturnType<typeof useLead>;

/** The lead whose card lies over the page; going back closes it. */
export function useOpenLead() {
  const [leadId, setLeadId] = useQueryState("lead", parseAsString.withOptions({ history: "push" }));
  const known = leadId && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(leadId);
  return [known ? leadId : null, setLeadId] as const;
}
