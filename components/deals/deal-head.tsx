"use client";

import { LossLine } from "./loss-line";
import { StagePath } from "./stage-path";
import { useDeal } from "./use-deal";

/** A deal's way through its pipeline, and why it was lost. */
export function DealHead({ dealId }: { dealId: string }) {
  const { data: deal } = useDeal(dealId);
  if (!deal) return null;
  return (
    <>
      <StagePath deal={deal} />
      <LossLine deal={deal} />
    </>
  );
}
