"use client";

import { RecordPage } from "@/components/record-page/record-page";
import { DealHead } from "./deal-head";
import { DealMoves } from "./deal-moves";

/** A deal on a page of its own, for links and for work in depth. */
export function DealPage({ dealId }: { dealId: string }) {
  return (
    <DealMoves>
      <RecordPage entity="deal" id={dealId} head={<DealHead dealId={dealId} />} />
    </DealMoves>
  );
}
