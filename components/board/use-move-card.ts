"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { refusalOf, useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { useDirectory } from "@/components/deals/use-directory";
import { refreshLists } from "@/components/records/refresh-lists";
import { toast } from "@/components/ui/toast";
import type { BoardColumn } from "@/server/crm/staged/contract";
import type { Stage } from "@/server/pipelines/contract";
import { aboveOf, moveCard, replaceCard } from "./board-state";
import { changeBoards, changeCard, refreshFiltered, restore, snapshot } from "./card-cache";
import type { CardsApi, ShownCard } from "./cards-api";

export type MoveRequest<Card> = {
  card: Card;
  stage: Stage;
  /** The card it goes under; null for the top. */
  afterId: string | null;
  lossReasonId?: string | null;
};

type Questions<Card> = {
  onLossReason: (request: MoveRequest<Card>) => void;
  onRequiredFields: (request: MoveRequest<Card>, fields: string[]) => void;
};

/** Moves at once on the screen, then on the server; a refusal puts everything back and says or asks why. */
export function useMoveCard<Card extends ShownCard>(
  api: CardsApi<Card>,
  { onLossReason, onRequiredFields }: Questions<Card>,
) {
  type Request = MoveRequest<Card>;
  const t = useTranslations("board.move");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { stage: stageOf } = useDirectory();
  const { say } = useRefusals();
  // One after the other: the second move of a card builds on the version the first one made.
  const mutation = useMutation({
    mutationKey: api.moveKey,
    mutationFn: api.move,
    scope: { id: `${api.entity}.move` },
  });

  async function run(request: Request): Promise<void> {
    const { card, stage, afterId, lossReasonId } = request;
    await client.cancelQueries({ queryKey: api.keys.boards });
    const saved = snapshot(client, api, card.id);
    const back = { stage: stageOf(card.stageId), afterId: placeAbove(card.id) };
    show(request);
    try {
      const after = await mutation.mutateAsync({
        ...{ id: card.id, stageId: stage.id, afterId, lossReasonId },
        version: card.version,
      });
      const moved = { ...card, ...after };
      settle(moved);
      if (card.stageId !== stage.id) announceMove(moved, request, back);
    } catch (error) {
      restore(client, saved);
      refuse(request, error);
    }
  }

  function placeAbove(id: string): string | null {
    const boards = client.getQueriesData<BoardColumn<Card>[]>({ queryKey: api.keys.boards });
    for (const [, columns] of boards) {
      const above = columns && aboveOf(columns, id);
      if (above) return above;
    }
    return null;
  }

  function show({ card, stage, afterId }: Request) {
    const place = { stageId: stage.id, outcome: stage.outcome, afterId };
    changeBoards(client, api, (columns) => moveCard(columns, card, place));
    changeCard(client, api, card.id, (known) => ({
      ...known,
      stageId: stage.id,
      pipelineId: stage.pipelineId,
      outcome: stage.outcome,
      version: card.version + 1,
    }));
  }

  function settle(moved: Card) {
    changeBoards(client, api, (columns) => replaceCard(columns, moved));
    changeCard(client, api, moved.id, () => moved);
    void client.invalidateQueries({ queryKey: api.keys.boards, refetchType: "none" });
    refreshFiltered(client, api);
    refreshLists(client, trpc);
    void client.invalidateQueries(trpc.records.timeline.pathFilter());
  }

  function announceMove(
    moved: Card,
    { card, stage }: Request,
    back: { stage: Stage | null; afterId: string | null },
  ) {
    const undo = back.stage;
    toast.success(t("done", { title: card.title, stage: stage.name }), {
      id: `move-${card.id}`,
      undo: undo
        ? () => void run({ card: moved, stage: undo, afterId: back.afterId, lossReasonId: card.lossReasonId })
        : undefined,
    });
  }

  function refuse(request: Request, error: unknown) {
    const refusal = refusalOf(error);
    if (refusal?.code === "REQUIRED_FIELDS") {
      return onRequiredFields(request, String(refusal.data.fields ?? "").split(","));
    }
    if (refusal?.code === "LOSS_REASON_REQUIRED") return onLossReason(request);
    const words =
      refusal?.code === "VERSION_CONFLICT" ? t("conflict", { title: request.card.title }) : say(error);
    toast.error(words);
    void client.invalidateQueries({ queryKey: api.keys.all });
    if (refusal?.code === "STAGE_GONE") void client.invalidateQueries(trpc.pipelines.pathFilter());
  }

  return { run, pending: mutation.isPending };
}
