"use client";

import { RecordView } from "@/components/record-page/record-view";
import { DealHead } from "./deal-head";

/** Everything about a deal. Two columns where there is room, one where there is not. */
export function DealCardView({ dealId }: { dealId: string }) {
  return (
    <div className="flex flex-col gap-4">
      <DealHead dealId={dealId} />
      <RecordView entity="deal" id={dealId} />
    </div>
  );
}
