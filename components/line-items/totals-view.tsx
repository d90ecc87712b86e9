"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Totals } from "@/server/crm/line-items/contract";
import { formatMoney } from "@/server/platform/money";
import { formatRate } from "./scaled";

/** What lines come to: before discounts, off, the taxes, and the sum. */
export function TotalsView({ totals, currency }: { totals: Totals; currency: string }) {
  const t = useTranslations("products.lines");
  const locale = useLocale();
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const detailed = totals.discountMinor > 0 || totals.taxes.some((tax) => !tax.taxIncluded);
  return (
    <dl aria-live="polite" className="ml-auto grid w-full max-w-72 grid-cols-[1fr_auto] gap-x-6 gap-y-1">
      {detailed && <Row label={t("subtotal")} value={money(totals.subtotalMinor)} />}
      {totals.discountMinor > 0 && (
        <Row label={t("discountTotal")} value={`−${money(totals.discountMinor)}`} />
      )}
      {totals.taxes.map(({ taxRate, taxIncluded, taxMinor }) => (
        <Row
          key={`${taxRate}${taxIncluded}`}
          label={t(taxIncluded ? "taxIncluded" : "taxOnTop", { rate: formatRate(taxRate, locale) })}
          value={money(taxMinor)}
        />
      ))}
      <div className="col-span-2 mt-1 flex items-baseline justify-between gap-x-6 border-t pt-2 font-semibold">
        <dt>{t("total")}</dt>
        <dd className="tabular text-lg">{money(totals.totalMinor)}</dd>
      </div>
    </dl>
  );
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt className="text-ink-muted">{label}</dt>
      <dd className="tabular text-right">{value}</dd>
    </>
  );
}
