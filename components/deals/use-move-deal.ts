"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { refusalOf, useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { toast } from "@/components/ui/toast";
import type { BoardColumn, DealCard } from "@/server/crm/deals/contract";
import type { Stage } from "@/server/pipelines/contract";
import { aboveOf, moveCard, replaceCard } from "./board-state";
import { changeBoards, changeDeal, restore, snapshot } from "./deal-cache";
import { useDirectory } from "./use-directory";

export type MoveRequest = {
  deal: DealCard;
  stage: Stage;
  /** The card it goes under; null for the top. */
  afterId: string | null;
  lossReasonId?: string | null;
};

type Questions = {
  onLossReason: (request: MoveRequest) => void;
  onRequiredFields: (request: MoveRequest, fields: string[]) => void;
};

/** Moves at once on the screen, then on the server; a refusal puts everything back and says or asks why. */
export function useMoveDeal({ onLossReason, onRequiredFields }: Questions) {
  const t = useTranslations("board.move");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { stage: stageOf } = useDirectory();
  const { say } = useRefusals();
  // One after the other: the second move of a card builds on the version the first one made.
  const mutation = useMutation({ ...trpc.deals.move.mutationOptions(), scope: { id: "deals.move" } });

  async function run(request: MoveRequest): Promise<void> {
    const { deal, stage, afterId, lossReasonId } = request;
    await client.cancelQueries(trpc.deals.board.pathFilter());
    const saved = snapshot(client, trpc, deal.id);
    const back = { stage: stageOf(deal.stageId), afterId: placeAbove(deal.id) };
    show(request);
    try {
      const after = await mutation.mutateAsync({
        dealId: deal.id,
        stageId: stage.id,
        afterId,
        version: deal.version,
        lossReasonId,
      });
      const moved = { ...deal, ...after };
      settle(moved);
      if (deal.stageId !== stage.id) announceMove(moved, request, back);
    } catch (error) {
      restore(client, saved);
      refuse(request, error);
    }
  }

  function placeAbove(dealId: string): string | null {
    const boards = client.getQueriesData<BoardColumn[]>(trpc.deals.board.pathFilter());
    for (const [, columns] of boards) {
      const above = columns && aboveOf(columns, dealId);
      if (above) return above;
    }
    return null;
  }

  function show({ deal, stage, afterId }: MoveRequest) {
    const place = { stageId: stage.id, outcome: stage.outcome, afterId };
    changeBoards(client, trpc, (columns) => moveCard(columns, deal, place));
    changeDeal(client, trpc, deal.id, (known) => ({
      ...known,
      stageId: stage.id,
      pipelineId: stage.pipelineId,
      outcome: stage.outcome,
      version: deal.version + 1,
    }));
  }

  function settle(moved: DealCard) {
    changeBoards(client, trpc, (columns) => replaceCard(columns, moved));
    changeDeal(client, trpc, moved.id, () => moved);
    void client.invalidateQueries({ ...trpc.deals.board.pathFilter(), refetchType: "none" });
    void client.invalidateQueries(trpc.records.timeline.pathFilter());
  }

  function announceMove(
    moved: DealCard,
    { deal, stage }: MoveRequest,
    back: { stage: Stage | null; afterId: string | null },
  ) {
    const undo = back.stage;
    toast.success(t("done", { title: deal.title, stage: stage.name }), {
      id: `move-${deal.id}`,
      undo: undo
        ? () => void run({ deal: moved, stage: undo, afterId: back.afterId, lossReasonId: deal.lossReasonId })
        : undefined,
    });
  }

  function refuse(request: MoveRequest, error: unknown) {
    const refusal = refusalOf(error);
    if (refusal?.code === "REQUIRED_FIELDS") {
      return onRequiredFields(request, String(refusal.data.fields ?? "").split(","));
    }
    if (refusal?.code === "LOSS_REASON_REQUIRED") return onLossReason(request);
    const words =
      refusal?.code === "VERSION_CONFLICT" ? t("conflict", { title: request.deal.title }) : say(error);
    toast.error(words);
    void client.invalidateQueries(trpc.deals.pathFilter());
    if (refusal?.code === "STAGE_GONE") void client.invalidateQueries(trpc.pipelines.pathFilter());
  }

  return { run, pending: mutation.isPending };
}
