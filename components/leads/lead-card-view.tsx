"use client";

import { RecordView } from "@/components/record-page/record-view";
import { LeadHead } from "./lead-head";

/** Everything about a lead. Two columns where there is room, one where there is not. */
export function LeadCardView({ leadId }: { leadId: string }) {
  return (
    <div className="flex flex-col gap-4">
      <LeadHead leadId={leadId} />
      <RecordView entity="lead" id={leadId} />
    </div>
  );
}
