"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/api/trpc";
import { MoneyInput } from "@/components/ui/money-input";
import type { Product } from "@/server/crm/products/contract";

type Priced = Pick<Product, "currency" | "otherPrices">;
type OtherPricesProps = {
  draft: Priced;
  disabled?: boolean;
  onChange: (prices: Record<string, number>) => void;
};

/** A price of its own in each other currency the workspace counts in; an empty one goes by the rate. */
export function OtherPrices({ draft, disabled, onChange }: OtherPricesProps) {
  const t = useTranslations("products.form");
  const codes = useOtherCurrencies(draft);
  if (codes.length === 0) return null;
  return (
    <fieldset disabled={disabled} className="sm:col-span-2">
      <legend className="mb-1 text-sm font-medium">{t("otherPrices")}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {codes.map((code) => (
          <MoneyInput
            key={code}
            aria-label={`${t("price")}, ${code}`}
            currency={code}
            value={draft.otherPrices[code] ?? null}
            onValueChange={(price) => onChange(withPrice(draft, code, price))}
          />
        ))}
      </div>
      <p className="mt-1 text-sm text-ink-muted">{t("otherPricesHint")}</p>
    </fieldset>
  );
}

/** The currencies a product may have prices in besides its own. */
export function useOtherCurrencies({ currency, otherPrices }: Priced): string[] {
  const enabled = useQuery(useTRPC().currencies.list.queryOptions()).data?.enabled ?? [];
  const known = [...enabled.map((one) => one.currency), ...Object.keys(otherPrices)];
  return [...new Set(known)].filter((code) => code !== currency);
}

/** A product's other prices with one of them changed, or taken away by null. */
export function withPrice(
  { otherPrices }: Priced,
  code: string,
  price: number | null,
): Record<string, number> {
  const { [code]: _, ...others } = otherPrices;
  return price === null ? others : { ...others, [code]: price };
}
