"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { toast } from "@/components/ui/toast";
import type { LeadCard, LeadKind } from "@/server/crm/leads/contract";

/** Fetches anew what a conversion, a return or another kind touched: leads, and the records around them. */
export function useRefreshLeads() {
  const trpc = useTRPC();
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries(trpc.leads.pathFilter());
    void client.invalidateQueries(trpc.deals.pathFilter());
    void client.invalidateQueries(trpc.contacts.pathFilter());
    void client.invalidateQueries(trpc.companies.pathFilter());
    void client.invalidateQueries(trpc.records.pathFilter());
    void client.invalidateQueries(trpc.around.links.pathFilter());
  };
}

/** Takes a closed lead back to work, and says what became of what its conversion had made. */
export function useReturnLead() {
  const t = useTranslations("lead.return");
  const trpc = useTRPC();
  const refresh = useRefreshLeads();
  const { say } = useRefusals();
  const mutation = useMutation(trpc.leads.return.mutationOptions({ onSettled: refresh }));
  const returnLead = async ({ id, title }: Pick<LeadCard, "id" | "title">) => {
    try {
      const { trashed, kept } = await mutation.mutateAsync({ leadId: id });
      const text = kept.dealId ? t("dealKept") : trashed.dealId ? t("dealTrashed") : undefined;
      toast.success(t("done", { title }), text ? { text } : {});
    } catch (error) {
      toast.error(say(error));
    }
  };
  return { returnLead, pending: mutation.isPending };
}

/** Says what a lead turned out to be; the toast takes it back. */
export function useSetLeadKind() {
  const t = useTranslations("lead.kind");
  const trpc = useTRPC();
  const refresh = useRefreshLeads();
  const { say } = useRefusals();
  const mutation = useMutation(trpc.leads.setKind.mutationOptions({ onSettled: refresh }));
  const set = async (lead: Pick<LeadCard, "id" | "title" | "kind">, kind: LeadKind, undo = true) => {
    try {
      await mutation.mutateAsync({ leadId: lead.id, kind });
      const back = () => void set({ ...lead, kind }, lead.kind, false);
      toast.success(t(`done.${kind}`, { title: lead.title }), {
        id: `kind-${lead.id}`,
        ...(undo && { undo: back }),
      });
    } catch (error) {
      toast.error(say(error));
    }
  };
  return (lead: LeadCard, kind: LeadKind) => void set(lead, kind);
}
