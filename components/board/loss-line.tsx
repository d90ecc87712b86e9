"use client";

import { useTranslations } from "next-intl";
import { useDirectory } from "@/components/deals/use-directory";
import { InlineAlert } from "@/components/ui/inline-alert";
import type { Outcome } from "@/server/crm/staged/contract";

/** Why what was lost was lost. */
export function LossLine({ card }: { card: { outcome: Outcome; lossReasonId: string | null } }) {
  const t = useTranslations("deal.path");
  const { lossReason } = useDirectory();
  if (card.outcome !== "lost") return null;
  return (
    <InlineAlert tone="warn" className="mt-2">
      {t("lost", { reason: lossReason(card.lossReasonId) ?? "—" })}
    </InlineAlert>
  );
}
