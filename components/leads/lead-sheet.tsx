"use client";

import { Maximize2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { Tooltip } from "@/components/ui/tooltip";
import { useWorkspace } from "@/components/workspace/workspace";
import { LeadCardView } from "./lead-card-view";
import { LeadMenu } from "./lead-menu";
import { LeadTextValue } from "./lead-text";
import { useLead, useOpenLead } from "./use-lead";

/** The card of the lead named in the address, over whatever is behind it. */
export function LeadSheet() {
  const [leadId, setLeadId] = useOpenLead();
  return (
    <Sheet open={leadId !== null} onOpenChange={(open) => !open && void setLeadId(null)}>
      {leadId && <SheetBody key={leadId} leadId={leadId} onClose={() => void setLeadId(null)} />}
    </Sheet>
  );
}

function SheetBody({ leadId, onClose }: { leadId: string; onClose: () => void }) {
  const t = useTranslations("lead");
  const { slug } = useWorkspace();
  const query = useLead(leadId);
  return (
    <SheetContent
      size="lg"
      title={query.data ? <LeadTextValue lead={query.data} field="title" /> : t("one")}
      actions={
        <>
          <Tooltip label={t("openPage")}>
            <Button asChild variant="ghost" size="icon-sm">
              <Link href={`/${slug}/leads/${leadId}`} aria-label={t("openPage")}>
                <Maximize2 />
              </Link>
            </Button>
          </Tooltip>
          {query.data && <LeadMenu lead={query.data} onDeleted={onClose} />}
        </>
      }
    >
      <LeadCardView query={query} />
    </SheetContent>
  );
}
