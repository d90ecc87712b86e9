"use client";

import { LossLine } from "@/components/board/loss-line";
import { StagePath } from "@/components/board/stage-path";
import { useMay } from "@/components/workspace/workspace";
import { useMove } from "./deal-moves";
import { useDeal } from "./use-deal";

/** A deal's way through its pipeline, and why it was lost. */
export function DealHead({ dealId }: { dealId: string }) {
  const { data: deal } = useDeal(dealId);
  const may = useMay();
  const move = useMove();
  if (!deal) return null;
  return (
    <>
      <StagePath
        card={deal}
        disabled={!may("deal.move", deal)}
        onMove={(stage) => move({ card: deal, stage, afterId: null })}
      />
      <LossLine card={deal} />
    </>
  );
}
