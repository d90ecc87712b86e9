"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "@/components/api/trpc";
import type { ListQuery } from "@/components/records/use-record-pages";
import type { InvoiceSum } from "@/server/crm/invoices/contract";
import { formatMoney } from "@/server/platform/money";

/** What the invoices of the list come to, and what of it is still to be paid. */
export function InvoicesSum({ filter, search }: ListQuery) {
  const t = useTranslations("invoices.sum");
  const locale = useLocale();
  const asked = { ...(filter && { filter }), ...(search.trim() && { search: search.trim() }) };
  const { data: sums = [] } = useQuery(
    useTRPC().invoices.sum.queryOptions(asked, { placeholderData: keepPreviousData }),
  );
  const money = (key: "totalMinor" | "leftMinor") =>
    sums
      .filter((one: InvoiceSum) => one[key] > 0)
      .map((one) => formatMoney(one[key], one.currency, locale))
      .join(" + ");
  const [total, left] = [money("totalMinor"), money("leftMinor")];
  return (
    <>
      {total && <p className="tabular">{t("total", { total })}</p>}
      {left && <p className="tabular">{t("left", { left })}</p>}
    </>
  );
}
