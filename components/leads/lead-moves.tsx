"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useState } from "react";
import { type MissingFields, MoveQuestions } from "@/components/board/move-questions";
import { RequiredFieldsDialog } from "@/components/board/required-fields-dialog";
import type { MoveRequest } from "@/components/board/use-move-card";
import { useMoves } from "@/components/board/use-moves";
import type { LeadCard } from "@/server/crm/leads/contract";
import { ConvertDialog } from "./convert-dialog";
import { LeadControl } from "./lead-control";
import { isRequirable } from "./lead-fields";
import { useLeadsApi } from "./use-leads-api";
import { useUpdateLead } from "./use-update-lead";

type LeadActs = {
  /** To a stage that means qualified it is converted instead. */
  move: (request: MoveRequest<LeadCard>) => void;
  convert: (lead: LeadCard) => void;
};

const MovesContext = createContext<LeadActs | null>(null);

/** Holds what a move may have to ask first: a loss reason, required fields, or what the lead becomes. */
export function LeadMoves({ children }: { children: ReactNode }) {
  const moves = useMoves(useLeadsApi());
  const [converting, setConverting] = useState<LeadCard | null>(null);
  const moveOrConvert = (request: MoveRequest<LeadCard>) => {
    const qualifies = request.stage.outcome === "won" && request.card.convertedAt === null;
    if (qualifies) setConverting(request.card);
    else moves.move(request);
  };
  return (
    <MovesContext value={{ move: moveOrConvert, convert: setConverting }}>
      {children}
      <MoveQuestions moves={moves} required={(question) => <RequiredFields {...question} />} />
      {converting && <ConvertDialog lead={converting} onClose={() => setConverting(null)} />}
    </MovesContext>
  );
}

/** Moves and converts leads, asking what has to be asked. @throws outside of `LeadMoves` */
export function useLeadMoves(): LeadActs {
  const acts = use(MovesContext);
  if (!acts) throw new Error("useLeadMoves needs LeadMoves around it");
  return acts;
}

function RequiredFields(question: MissingFields<LeadCard>) {
  const label = useTranslations("lead.fields");
  const { save, ...saving } = useUpdateLead(question.request.card);
  const keys = question.missing.filter(isRequirable);
  return (
    <RequiredFieldsDialog
      entity="lead"
      {...question}
      asked={keys.map((key) => ({ key, label: label(key) }))}
      control={(field, lead, onChange) => <LeadControl {...{ field, lead, onChange }} />}
      save={(draft, custom) => save(Object.fromEntries(keys.map((key) => [key, draft[key]])), custom)}
      saving={saving}
    />
  );
}
