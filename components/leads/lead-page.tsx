"use client";

import { RecordPage } from "@/components/record-page/record-page";
import { LeadHead } from "./lead-head";
import { LeadKindItems } from "./lead-kind-items";
import { LeadMoves } from "./lead-moves";
import { useLead } from "./use-lead";

/** A lead on a page of its own, for links and for work in depth. */
export function LeadPage({ leadId }: { leadId: string }) {
  return (
    <LeadMoves>
      <RecordPage
        entity="lead"
        id={leadId}
        head={<LeadHead leadId={leadId} />}
        menu={<KindItems leadId={leadId} />}
      />
    </LeadMoves>
  );
}

function KindItems({ leadId }: { leadId: string }) {
  const { data: lead } = useLead(leadId);
  return lead && <LeadKindItems lead={lead} />;
}
