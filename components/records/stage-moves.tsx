"use client";

import { createContext, type ReactNode, use } from "react";
import type { ListedRecord } from "./use-record-pages";

type MoveListed = (record: ListedRecord, stageId: string) => void;

const StageMovesContext = createContext<MoveListed | null>(null);

/** Lets the stages of the list inside be changed in their cells, by a move that may ask first. */
export function StageMoves({ onMove, children }: { onMove: MoveListed; children: ReactNode }) {
  return <StageMovesContext value={onMove}>{children}</StageMovesContext>;
}

/** How a record of a list is moved; null where stages are only shown. */
export function useStageMove(): MoveListed | null {
  return use(StageMovesContext);
}
