"use client";

import { Maximize2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { Tooltip } from "@/components/ui/tooltip";
import { useWorkspace } from "@/components/workspace/workspace";
import { DealCardView } from "./deal-card-view";
import { DealMenu } from "./deal-menu";
import { DealTitle } from "./deal-title";
import { useDeal } from "./use-deal";
import { useOpenDeal } from "./use-deal-filters";

/** The card of the deal named in the address, over whatever is behind it. */
export function DealSheet() {
  const [dealId, setDealId] = useOpenDeal();
  return (
    <Sheet open={dealId !== null} onOpenChange={(open) => !open && void setDealId(null)}>
      {dealId && <SheetBody key={dealId} dealId={dealId} onClose={() => void setDealId(null)} />}
    </Sheet>
  );
}

function SheetBody({ dealId, onClose }: { dealId: string; onClose: () => void }) {
  const t = useTranslations("deal");
  const { slug } = useWorkspace();
  const query = useDeal(dealId);
  return (
    <SheetContent
      size="lg"
      title={query.data ? <DealTitle deal={query.data} /> : t("title")}
      actions={
        <>
          <Tooltip label={t("openPage")}>
            <Button asChild variant="ghost" size="icon-sm">
              <Link href={`/${slug}/deals/${dealId}`} aria-label={t("openPage")}>
                <Maximize2 />
              </Link>
            </Button>
          </Tooltip>
          {query.data && <DealMenu deal={query.data} onDeleted={onClose} />}
        </>
      }
    >
      <DealCardView dealId={dealId} />
    </SheetContent>
  );
}
