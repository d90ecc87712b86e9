"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { InvoiceStatus } from "@/server/crm/invoices/contract";

const tones = { draft: "neutral", sent: "accent", paid: "ok", overdue: "danger", void: "neutral" } as const;

/** An invoice's status in a word and a tone. */
export function StatusBadge({ status }: { status: InvoiceStatus }) {
  const t = useTranslations("invoices.statuses");
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
