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
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { DealCard } from "@/server/crm/deals/contract";
import { useDealsApi } from "./use-deals-api";

/** What one does with a deal as a whole. */
export function DealMenu({ deal, onDeleted }: { deal: DealCard; onDeleted: () => void }) {
  const t = useTranslations("deal.menu");
  const may = useMay();
  const { slug } = useWorkspace();
  const remove = useDeleteDeal(deal, onDeleted);
  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(`${window.location.origin}/${slug}/deals/${deal.id}`);
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
        <DropdownMenuItem onSelect={() => void copyLink()}>
          <Link2 />
          {t("copyLink")}
        </DropdownMenuItem>
        {may("deal.delete", deal) && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem variant="danger" onSelect={remove}>
              <Trash2 />
              {t("delete")}
            </DropdownMenuItem>
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

// No question first: the toast brings the deal back as it was.
function useDeleteDeal(deal: DealCard, onDeleted: () => void) {
  const t = useTranslations("deal.menu");
  const trpc = useTRPC();
  const client = useQueryClient();
  const api = useDealsApi();
  const { say } = useRefusals();
  const refresh = () => {
    void client.invalidateQueries(trpc.deals.board.pathFilter());
    void client.invalidateQueries(trpc.deals.list.pathFilter());
  };
  const fail = (error: unknown) => {
    toast.error(say(error));
    refresh();
  };
  const restore = useMutation(trpc.deals.restore.mutationOptions());
  const remove = useMutation(trpc.deals.delete.mutationOptions());
  return async () => {
    try {
      await remove.mutateAsync({ dealId: deal.id });
      onDeleted();
      changeBoards(client, api, (columns) => removeCard(columns, deal));
      refresh();
      toast.success(t("deleted", { title: deal.title }), {
        undo: () => void restore.mutateAsync({ dealId: deal.id }).then(refresh, fail),
      });
    } catch (error) {
      fail(error);
    }
  };
}
