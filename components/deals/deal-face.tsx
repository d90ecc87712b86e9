"use client";

import { useLocale, useTranslations } from "next-intl";
import { CardLine, CardLink } from "@/components/kanban/card-link";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";
import { useDates } from "@/components/workspace/dates";
import { useWorkspace } from "@/components/workspace/workspace";
import type { DealCard } from "@/server/crm/deals/contract";
import { formatMoney } from "@/server/platform/money";

/** A deal on the board. */
export function DealFace({ deal, onOpen }: { deal: DealCard; onOpen: (dealId: string) => void }) {
  const { slug } = useWorkspace();
  const locale = useLocale();
  const who = [deal.contactName, deal.companyName].filter(Boolean).join(" · ");
  return (
    <CardLink href={`/${slug}/deals/${deal.id}`} title={deal.title} onOpen={() => onOpen(deal.id)}>
      <CardLine text={who} />
      <span className="flex min-h-5 items-center gap-2">
        {deal.amountMinor > 0 && (
          <span className="tabular whitespace-nowrap font-semibold">
            {formatMoney(deal.amountMinor, deal.currency, locale)}
          </span>
        )}
        <span className="ml-auto flex shrink-0 items-center gap-2">
          {deal.closesAt && <CloseDate instant={deal.closesAt} open={deal.outcome === "open"} />}
          {deal.ownerName && deal.ownerId && <Avatar name={deal.ownerName} seed={deal.ownerId} size="xs" />}
        </span>
      </span>
    </CardLink>
  );
}

/** A close date; red once it has passed and the deal is still open. */
function CloseDate({ instant, open }: { instant: Date; open: boolean }) {
  const t = useTranslations("board");
  const { day, past } = useDates();
  const late = open && past(instant);
  const words = t(late ? "late" : "closes");
  return (
    <time
      dateTime={instant.toISOString()}
      title={words}
      aria-label={late ? `${day(instant)}, ${words}` : undefined}
      className={cn("text-sm text-ink-muted", late && "font-medium text-danger-text")}
    >
      {day(instant)}
    </time>
  );
}
