"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, Link2, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { removeCard } from "@/components/board/board-state";
import { changeBoards } from "@/components/board/card-cache";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { LeadCard } from "@/server/crm/leads/contract";
import { LeadKindItems } from "./lead-kind-items";
import { useLeadsApi } from "./use-leads-api";

/** What one does with a lead as a whole: says what it turned out to be, copies its link, deletes it. */
export function LeadMenu({ lead, onDeleted }: { lead: LeadCard; onDeleted: () => void }) {
  const t = useTranslations("lead.menu");
  const may = useMay();
  const { slug } = useWorkspace();
  const remove = useDeleteLead(lead, onDeleted);
  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(`${window.location.origin}/${slug}/leads/${lead.id}`);
      toast.success(t("copied"));
    } catch {
      toast.error(t("notCopied"));
    }
  };
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={t("label")}>
          <Ellipsis />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <LeadKindItems lead={lead} />
        <DropdownMenuItem onSelect={() => void copyLink()}>
          <Link2 />
          {t("copyLink")}
        </DropdownMenuItem>
        {may("lead.delete", lead) && (
          <DropdownMenuItem variant="danger" onSelect={() => void remove()}>
            <Trash2 />
            {t("delete")}
          </DropdownMenuItem>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

// No question first: the toast brings the lead back as it was.
function useDeleteLead(lead: LeadCard, onDeleted: () => void) {
  const t = useTranslations("lead.menu");
  const trpc = useTRPC();
  const client = useQueryClient();
  const api = useLeadsApi();
  const { say } = useRefusals();
  const refresh = () => {
    void client.invalidateQueries({ queryKey: api.keys.boards });
    void client.invalidateQueries({ queryKey: api.keys.lists });
  };
  const fail = (error: unknown) => {
    toast.error(say(error));
    refresh();
  };
  const restore = useMutation(trpc.leads.restore.mutationOptions());
  const remove = useMutation(trpc.leads.delete.mutationOptions());
  return async () => {
    try {
      await remove.mutateAsync({ leadId: lead.id });
      onDeleted();
      changeBoards(client, api, (columns) => removeCard(columns, lead));
      refresh();
      toast.success(t("deleted", { title: lead.title }), {
        undo: () => void restore.mutateAsync({ leadId: lead.id }).then(refresh, fail),
      });
    } catch (error) {
      fail(error);
    }
  };
}
