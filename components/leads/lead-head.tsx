"use client";

import { StagePath } from "@/components/board/stage-path";
import { useMay } from "@/components/workspace/workspace";
import { useLeadMoves } from "./lead-moves";
import { LeadState } from "./lead-state";
import { useLead } from "./use-lead";

/** A lead's way through its pipeline, and what may be done with it there. */
export function LeadHead({ leadId }: { leadId: string }) {
  const { data: lead } = useLead(leadId);
  const may = useMay();
  const { move } = useLeadMoves();
  if (!lead) return null;
  return (
    <div>
      <StagePath
        card={lead}
        disabled={!may("lead.move", lead)}
        onMove={(stage) => move({ card: lead, stage, afterId: null })}
      />
      <LeadState lead={lead} />
    </div>
  );
}
