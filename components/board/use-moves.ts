"use client";

import { useState } from "react";
import type { CardsApi, ShownCard } from "./cards-api";
import { type MoveRequest, useMoveCard } from "./use-move-card";

type Question<Card> =
  | { ask: "lossReason"; request: MoveRequest<Card> }
  | { ask: "fields"; request: MoveRequest<Card>; fields: string[] };

/** Moves cards, and keeps what a move has to ask first: why the record was lost, or what the stage requires. */
export function useMoves<Card extends ShownCard>(api: CardsApi<Card>) {
  const [question, setQuestion] = useState<Question<Card> | null>(null);
  const { run, pending } = useMoveCard(api, {
    onLossReason: (request) => setQuestion({ ask: "lossReason", request }),
    onRequiredFields: (request, fields) => setQuestion({ ask: "fields", request, fields }),
  });
  const close = () => setQuestion(null);
  return {
    question,
    pending,
    close,
    move: (request: MoveRequest<Card>) => {
      const entersLost = request.stage.outcome === "lost" && request.card.stageId !== request.stage.id;
      if (entersLost && !request.lossReasonId) setQuestion({ ask: "lossReason", request });
      else void run(request);
    },
    /** Goes on with the move that asked, its question answered. */
    answer: (answered: Partial<MoveRequest<Card>>) => {
      if (!question) return;
      close();
      void run({ ...question.request, ...answered });
    },
  };
}

export type Moves<Card extends ShownCard> = ReturnType<typeof useMoves<Card>>;
