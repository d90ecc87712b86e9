"use client";

import { createContext, type ReactNode, use, useState } from "react";
import { LossReasonDialog } from "@/components/board/loss-reason-dialog";
import type { MoveRequest } from "@/components/board/use-move-card";
import { useMoves } from "@/components/board/use-moves";
import type { LeadCard } from "@/server/crm/leads/contract";
import { ConvertDialog } from "./convert-dialog";
import { LeadRequiredDialog } from "./lead-required-dialog";
import { useLeadsApi } from "./use-leads-api";

type Moves = {
  /** To a stage that means qualified it is converted instead. */
  move: (request: MoveRequest<LeadCard>) => void;
  convert: (lead: LeadCard) => void;
};

const MovesContext = createContext<Moves | null>(null);

/** Holds what a move may have to ask first: a loss reason, required fields, or what the lead becomes. */
export function LeadMoves({ children }: { children: ReactNode }) {
  const { question, pending, move, answer, close } = useMoves(useLeadsApi());
  const [converting, setConverting] = useState<LeadCard | null>(null);
  const moveOrConvert = (request: MoveRequest<LeadCard>) => {
    const qualifies = request.stage.outcome === "won" && request.card.convertedAt === null;
    if (qualifies) setConverting(request.card);
    else move(request);
  };
  return (
    <MovesContext value={{ move: moveOrConvert, convert: setConverting }}>
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
        <LeadRequiredDialog
          lead={question.request.card}
          stage={question.request.stage}
          fields={question.fields}
          onClose={close}
          onSaved={(card) => answer({ card })}
        />
      )}
      {converting && <ConvertDialog lead={converting} onClose={() => setConverting(null)} />}
    </MovesContext>
  );
}

/** Moves and converts leads, asking what has to be asked. @throws outside of `LeadMoves` */
export function useLeadMoves(): Moves {
  const moves = use(MovesContext);
  if (!moves) throw new Error("useLeadMoves needs LeadMoves around it");
  return moves;
}
