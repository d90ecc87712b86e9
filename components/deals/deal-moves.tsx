"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use } from "react";
import { type MissingFields, MoveQuestions } from "@/components/board/move-questions";
import { RequiredFieldsDialog } from "@/components/board/required-fields-dialog";
import type { MoveRequest } from "@/components/board/use-move-card";
import { useMoves } from "@/components/board/use-moves";
import type { DealCard } from "@/server/crm/deals/contract";
import { DealControl } from "./deal-control";
import { isDealField } from "./deal-fields";
import { useDealsApi } from "./use-deals-api";
import { useUpdateDeal } from "./use-update-deal";

const MovesContext = createContext<((request: MoveRequest<DealCard>) => void) | null>(null);

/** Holds what a move may have to ask first: why the deal was lost, or what the stage requires. */
export function DealMoves({ children }: { children: ReactNode }) {
  const moves = useMoves(useDealsApi());
  return (
    <MovesContext value={moves.move}>
      {children}
      <MoveQuestions moves={moves} required={(question) => <RequiredFields {...question} />} />
    </MovesContext>
  );
}

/** Moves a deal to a stage, asking what has to be asked. @throws outside of `DealMoves` */
export function useMove(): (request: MoveRequest<DealCard>) => void {
  const move = use(MovesContext);
  if (!move) throw new Error("useMove needs DealMoves around it");
  return move;
}

function RequiredFields(question: MissingFields<DealCard>) {
  const label = useTranslations("deal.fields");
  const { save, ...saving } = useUpdateDeal(question.request.card);
  const keys = question.missing.filter(isDealField);
  return (
    <RequiredFieldsDialog
      entity="deal"
      {...question}
      asked={keys.map((key) => ({ key, label: label(key) }))}
      control={(field, deal, onChange) => <DealControl {...{ field, deal, onChange }} />}
      save={(draft, custom) => save(Object.fromEntries(keys.map((key) => [key, draft[key]])), draft, custom)}
      saving={saving}
    />
  );
}
