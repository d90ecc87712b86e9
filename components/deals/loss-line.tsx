"use client";

import { useTranslations } from "next-intl";
import { InlineAlert } from "@/components/ui/inline-alert";
import type { DealCard } from "@/server/crm/deals/contract";
import { useDirectory } from "./use-directory";

/** Why a lost deal was lost. */
export function LossLine({ deal }: { deal: DealCard }) {
  const t = useTranslations("deal.path");
  const { lossReason } = useDirectory();
  if (deal.outcome !== "lost") return null;
  return (
    <InlineAlert tone="warn" className="mt-2">
      {t("lost", { reason: lossReason(deal.lossReasonId) ?? "—" })}
    </InlineAlert>
  );
}
