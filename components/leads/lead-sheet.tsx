"use client";

import { useTranslations } from "next-intl";
import { CardSheet, CardSheetBody } from "@/components/board/card-sheet";
import { LeadCardView } from "./lead-card-view";
import { LeadMenu } from "./lead-menu";
import { LeadTitle } from "./lead-title";
import { useLead } from "./use-lead";

/** The lead of the address, over the page. */
export function LeadSheet() {
  return (
    <CardSheet
      entity="lead"
      body={(leadId, onClose) => <SheetBody key={leadId} leadId={leadId} onClose={onClose} />}
    />
  );
}

function SheetBody({ leadId, onClose }: { leadId: string; onClose: () => void }) {
  const t = useTranslations("lead");
  const { data: lead } = useLead(leadId);
  return (
    <CardSheetBody
      entity="lead"
      id={leadId}
      title={lead ? <LeadTitle lead={lead} /> : t("one")}
      openPage={t("openPage")}
      menu={lead && <LeadMenu lead={lead} onDeleted={onClose} />}
    >
      <LeadCardView leadId={leadId} />
    </CardSheetBody>
  );
}
