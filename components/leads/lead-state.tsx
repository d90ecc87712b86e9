"use client";

import { ArrowRight, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDirectory } from "@/components/deals/use-directory";
import { Button } from "@/components/ui/button";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Link } from "@/components/ui/link";
import { useDates } from "@/components/workspace/dates";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { LeadCard } from "@/server/crm/leads/contract";
import { useLeadMoves } from "./lead-moves";
import { useReturnLead } from "./use-lead-acts";

/** Where a lead stands, with the next step: to convert it, to follow what it became, or to take it back to work. */
export function LeadState({ lead }: { lead: LeadCard }) {
  const t = useTranslations("lead.state");
  const may = useMay();
  const { convert } = useLeadMoves();
  if (lead.outcome !== "open") return <Closed lead={lead} />;
  if (!may("lead.move", lead) || !may("deal.create")) return null;
  return (
    <div className="mt-3 flex">
      <Button variant="primary" onClick={() => convert(lead)}>
        <ArrowRight />
        {t("convert")}
      </Button>
    </div>
  );
}

function Closed({ lead }: { lead: LeadCard }) {
  const t = useTranslations("lead.state");
  const { slug } = useWorkspace();
  const { moment } = useDates();
  const { lossReason } = useDirectory();
  const may = useMay();
  const { returnLead, pending } = useReturnLead();
  const back = may("lead.move", lead) && (
    <Button size="sm" pending={pending} onClick={() => void returnLead(lead)}>
      <Undo2 />
      {t("return")}
    </Button>
  );
  if (lead.convertedAt) {
    return (
      <InlineAlert tone="ok" className="mt-3" action={back}>
        {t("converted", { moment: moment(lead.convertedAt) })}{" "}
        {lead.dealId && (
          <Link className="font-medium underline" href={`/${slug}/deals/${lead.dealId}`}>
            {lead.dealTitle ?? t("deal")}
          </Link>
        )}
      </InlineAlert>
    );
  }
  const reason = lossReason(lead.lossReasonId);
  const words = lead.kind === "real" ? t("lost", { reason: reason ?? "—" }) : t(`noise.${lead.kind}`);
  return (
    <InlineAlert tone="warn" className="mt-3" action={back}>
      {words}
    </InlineAlert>
  );
}
