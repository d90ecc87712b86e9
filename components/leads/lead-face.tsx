"use client";

import { useLocale, useTranslations } from "next-intl";
import { useDirectory } from "@/components/deals/use-directory";
import { CardLine, CardLink } from "@/components/kanban/card-link";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { useDates } from "@/components/workspace/dates";
import { useWorkspace } from "@/components/workspace/workspace";
import type { LeadCard } from "@/server/crm/leads/contract";
import { formatMoney } from "@/server/platform/money";

/** A lead on the board. */
export function LeadFace({ lead, onOpen }: { lead: LeadCard; onOpen: (leadId: string) => void }) {
  const { slug } = useWorkspace();
  const locale = useLocale();
  const { ago } = useDates();
  const { source } = useDirectory();
  const who = [lead.name, lead.companyName].filter((part) => part && part !== lead.title).join(" · ");
  const reach = [lead.phone ?? lead.email, source(lead.sourceId)].filter(Boolean).join(" · ");
  return (
    <CardLink href={`/${slug}/leads/${lead.id}`} title={lead.title} onOpen={() => onOpen(lead.id)}>
      <CardLine text={who} />
      <CardLine text={reach} />
      <span className="flex min-h-5 items-center gap-2">
        <KindBadge lead={lead} />
        {lead.amountMinor > 0 && (
          <span className="tabular whitespace-nowrap font-semibold">
            {formatMoney(lead.amountMinor, lead.currency, locale)}
          </span>
        )}
        <span className="ml-auto flex shrink-0 items-center gap-2 text-sm text-ink-muted">
          {lead.outcome === "open" && ago(lead.createdAt)}
          {lead.ownerName && lead.ownerId && <Avatar name={lead.ownerName} seed={lead.ownerId} size="xs" />}
        </span>
      </span>
    </CardLink>
  );
}

/** What a lead turned out to be, where it is no real enquiry. */
export function KindBadge({ lead }: { lead: Pick<LeadCard, "kind"> }) {
  const t = useTranslations("lead.kind");
  if (lead.kind === "real") return null;
  return <Badge tone="warn">{t(`is.${lead.kind}`)}</Badge>;
}
