"use client";

import { useTranslations } from "next-intl";
import { CardSheet, CardSheetBody } from "@/components/board/card-sheet";
import { DealCardView } from "./deal-card-view";
import { DealMenu } from "./deal-menu";
import { DealTitle } from "./deal-title";
import { useDeal } from "./use-deal";

/** The deal of the address, over the page. */
export function DealSheet() {
  return (
    <CardSheet
      entity="deal"
      body={(dealId, onClose) => <SheetBody key={dealId} dealId={dealId} onClose={onClose} />}
    />
  );
}

function SheetBody({ dealId, onClose }: { dealId: string; onClose: () => void }) {
  const t = useTranslations("deal");
  const { data: deal } = useDeal(dealId);
  return (
    <CardSheetBody
      entity="deal"
      id={dealId}
      title={deal ? <DealTitle deal={deal} /> : t("title")}
      openPage={t("openPage")}
      menu={deal && <DealMenu deal={deal} onDeleted={onClose} />}
    >
      <DealCardView dealId={dealId} />
    </CardSheetBody>
  );
}
