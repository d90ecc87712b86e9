"use client";

import { createContext, type ReactNode, use, useState } from "react";
import { LossReasonDialog } from "./loss-reason-dialog";
import { RequiredFieldsDialog } from "./required-fields-dialog";
import type { MoveRequest } from "./use-move-deal";
import { useMoveDeal } from "./use-move-deal";

type Question =
  | { ask: "lossReason"; request: MoveRequest }
  | { ask: "fields"; request: MoveRequest; fields: string[] };

const MovesContext = createContext<((request: MoveRequest) => void) | null>(null);

/** Holds what a move may have to ask first: why the deal was lost, or what the stage requires. */
export function DealMoves({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const { run, pending } = useMoveDeal({
    onLossReason: (request) => setQuestion({ ask: "lossReason", request }),
    onRequiredFields: (request, fields) => setQuestion({ ask: "fields", request, fields }),
  });
  const move = (request: MoveRequest) => {
    const entersLost = request.stage.outcome === "lost" && request.deal.stageId !== request.stage.id;
    if (entersLost && !request.lossReasonId) setQuestion({ ask: "lossReason", request });
    else void run(request);
  };
  const close = () => setQuestion(null);
  return (
    <MovesContext value={move}>
      {children}
      {question?.ask === "lossReason" && (
        <LossReasonDialog
          deal={question.request.deal}
          pending={pending}
          onClose={close}
          onChoose={(lossReasonId) => {
            close();
            void run({ ...question.request, lossReasonId });
          }}
        />
      )}
      {question?.ask === "fields" && (
        <RequiredFieldsDialog
          deal={question.request.deal}
          stage={question.request.stage}
          fields={question.fields}
          onClose={close}
          onSaved={(deal) => {
            close();
            void run({ ...question.request, deal });
          }}
        />
      )}
    </MovesContext>
  );
}

/** Moves a deal to a stage, asking what has to be asked. @throws outside of `DealMoves` */
export function useMove(): (request: MoveRequest) => void {
  const move = use(MovesContext);
  if (!move) throw new Error("useMove needs DealMoves around it");
  return move;
}
