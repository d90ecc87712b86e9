"use client";

import type { ReactNode } from "react";
import type { ShownCard } from "./cards-api";
import { LossReasonDialog } from "./loss-reason-dialog";
import type { MoveRequest } from "./use-move-card";
import type { Moves } from "./use-moves";

/** What is asked for and answered when a stage misses fields. */
export type MissingFields<Card> = {
  request: MoveRequest<Card>;
  missing: readonly string[];
  onSaved: (card: Card) => void;
  onClose: () => void;
};

type MoveQuestionsProps<Card extends ShownCard> = {
  moves: Moves<Card>;
  required: (question: MissingFields<Card>) => ReactNode;
};

/** The question a move has to ask before it goes on: why the record was lost, or what the stage requires. */
export function MoveQuestions<Card extends ShownCard>({ moves, required }: MoveQuestionsProps<Card>) {
  const { question, pending, answer, close } = moves;
  if (!question) return null;
  if (question.ask === "fields") {
    const { request, fields } = question;
    return required({ request, missing: fields, onSaved: (card) => answer({ card }), onClose: close });
  }
  return (
    <LossReasonDialog
      card={question.request.card}
      pending={pending}
      onClose={close}
      onChoose={(lossReasonId) => answer({ lossReasonId })}
    />
  );
}
