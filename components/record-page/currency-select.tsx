"use client";

import { useTranslations } from "next-intl";
import { currencies } from "@/server/platform/money";

type CurrencySelectProps = { value: string; onChange: (currency: string) => void };

/** The currency of an amount. A native select keeps the focus inside the editor while its list is open. */
export function CurrencySelect({ value, onChange }: CurrencySelectProps) {
  const t = useTranslations("record");
  const offered: string[] = [...currencies];
  const all = offered.includes(value) ? offered : [value, ...offered];
  return (
    <select
      aria-label={t("currency")}
      className="control w-22! shrink-0"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {all.map((code) => (
        <option key={code}>{code}</option>
      ))}
    </select>
  );
}
