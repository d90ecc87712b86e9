"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { useDates } from "@/components/workspace/dates";
import type { InvoiceRow } from "@/server/crm/invoices/contract";
import { formatMoney } from "@/server/platform/money";
import { StatusBadge } from "./invoice-status";

export type InvoiceColumn = {
  key: "number" | "buyer" | "status" | "total" | "issued" | "due";
  numeric?: boolean;
  /** Given up first where there is little room; the buyer then stands under the number. */
  wideOnly?: boolean;
  cell: (invoice: InvoiceRow) => ReactNode;
};

/** The columns of the list of invoices; the first leads to the invoice. */
export function useInvoiceColumns(): InvoiceColumn[] {
  const t = useTranslations("invoices");
  const locale = useLocale();
  const { day } = useDates();
  return [
    {
      key: "number",
      cell: ({ number, buyerName }) => (
        <>
          {number ?? t("draft")}
          <span className="block truncate text-sm font-normal text-ink-muted md:hidden">
            {buyerName || t("noBuyer")}
          </span>
        </>
      ),
    },
    {
      key: "buyer",
      wideOnly: true,
      cell: ({ buyerName }) => buyerName || <span className="text-ink-faint">{t("noBuyer")}</span>,
    },
    { key: "status", cell: ({ status }) => <StatusBadge status={status} /> },
    {
      key: "total",
      numeric: true,
      cell: ({ totalMinor, currency }) => (
        <span className="font-medium">{formatMoney(totalMinor, currency, locale)}</span>
      ),
    },
    {
      key: "issued",
      wideOnly: true,
      cell: ({ issuedAt }) => <span className="text-ink-muted">{issuedAt && day(issuedAt)}</span>,
    },
    {
      key: "due",
      wideOnly: true,
      cell: ({ dueAt, status }) => (
        <span className={cn("text-ink-muted", status === "overdue" && "font-medium text-danger-text")}>
          {dueAt && day(dueAt)}
        </span>
      ),
    },
  ];
}
