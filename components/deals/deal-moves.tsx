"use client";

import { createContext, type ReactNode, use } from "react";
import { LossReasonDialog } from "@/components/board/loss-reason-dialog";
import type { MoveRequest } from "@/components/board/use-move-card";
import { useMoves } from "@/components/board/use-moves";
import type { DealCard } from "@/server/crm/deals/contract";
import { RequiredFieldsDialog } from "./required-fields-dialog";
import { useDealsApi } from "./use-deals-api";

const MovesContext = createContext<((request: MoveRequest<DealCard>) => void) | null>(null);

/** Holds what a move may have to ask first: why the deal was lost, or what the stage requires. */
export function DealMoves({ children }: { children: ReactNode }) {
  const { question, pending, move, answer, close } = useMoves(useDealsApi());
  return (
    <MovesContext value={move}>
      {children}
      {question?.ask === "lossReason" && (
        <LossReasonDialog
          card={question.request.card}
          pending={pending}
          onClose={close}
          onChoose={(lossReasonId) => answer({ lossReasonId })}
        />
      )}
      {question?.ask === "fields" && (
        <RequiredFieldsDialog
          deal={question.request.card}
          stage={question.request.stage}
          fields={question.fields}
          onClose={close}
          onSaved={(card) => answer({ card })}
        />
      )}
    </MovesContext>
  );
}

/** Moves a deal to a stage, asking what has to be asked. @throws outside of `DealMoves` */
export function useMove(): (request: MoveRequest<DealCard>) => void {
  const move = use(MovesContext);
  if (!move) throw new Error("useMove needs DealMoves around it");
  return move;
}
