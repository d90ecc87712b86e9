"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/api/trpc";
import type { RecordData } from "@/server/crm/records/contract";

/** Whether a deal's amount is that of its products, which is changed there and not by hand. */
export function useAmountOfLines({ entity, id }: Pick<RecordData, "entity" | "id">): boolean {
  const isHost = entity === "deal";
  const lines = useQuery(useTRPC().lineItems.list.queryOptions({ recordId: id }, { enabled: isHost }));
  return isHost && (lines.data?.lines.length ?? 0) > 0;
}

/** Says why an amount cannot be typed. */
export function AmountOfLinesNote() {
  const t = useTranslations("products.lines");
  return <p className="text-sm text-ink-muted">{t("amountNote")}</p>;
}
