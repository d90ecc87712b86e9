"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatRate } from "@/components/line-items/scaled";
import { useUnits } from "@/components/line-items/unit-select";
import { Badge } from "@/components/ui/badge";
import type { Product } from "@/server/crm/products/contract";
import { formatMoney } from "@/server/platform/money";
import { useCategories } from "./use-products";

export type ProductColumn = {
  key: "name" | "sku" | "category" | "price" | "unit" | "tax";
  numeric?: boolean;
  /** Given up first where there is little room. */
  wideOnly?: boolean;
  cell: (product: Product) => ReactNode;
};

/** The columns of the list of products. */
export function useProductColumns(): ProductColumn[] {
  const t = useTranslations("products");
  const locale = useLocale();
  const unit = useUnits();
  const categories = useCategories();
  return [
    {
      key: "name",
      cell: ({ name, status }) => (
        <span className="flex items-center gap-2">
          <span className="truncate font-medium">{name}</span>
          {status === "archived" && <Badge>{t("archived")}</Badge>}
        </span>
      ),
    },
    { key: "sku", wideOnly: true, cell: ({ sku }) => <span className="text-ink-muted">{sku}</span> },
    {
      key: "category",
      wideOnly: true,
      cell: ({ categoryId }) => (
        <span className="text-ink-muted">{categories.find((one) => one.id === categoryId)?.name}</span>
      ),
    },
    {
      key: "price",
      numeric: true,
      cell: ({ priceMinor, currency }) => formatMoney(priceMinor, currency, locale),
    },
    { key: "unit", cell: (product) => <span className="text-ink-muted">{unit(product.unit)}</span> },
    {
      key: "tax",
      wideOnly: true,
      numeric: true,
      cell: ({ taxRate }) => (
        <span className="text-ink-muted">{taxRate === null ? t("noTax") : formatRate(taxRate, locale)}</span>
      ),
    },
  ];
}
