"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/api/trpc";
import { Combobox } from "@/components/ui/combobox";
import { formatMoney } from "@/server/platform/money";
import type { Lines } from "./use-lines";

/** Adds a line by keyboard: a product found by its name or article, or whatever was typed. */
export function LineAdder({ lines }: { lines: Lines }) {
  const t = useTranslations("products.lines");
  const locale = useLocale();
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const found = useQuery(
    trpc.products.list.queryOptions(
      { search: search.trim(), limit: 20 },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <Combobox
      aria-label={t("add")}
      className="max-w-md"
      placeholder={t("addHint")}
      loading={found.isPending}
      disabled={lines.adding}
      value={null}
      options={(found.data?.products ?? []).map(({ id, name, sku, priceMinor, currency }) => ({
        value: id,
        label: name,
        hint: [sku, formatMoney(priceMinor, currency, locale)].filter(Boolean).join(" · "),
        icon: <Plus className="size-3.5 text-ink-muted" />,
      }))}
      onSearch={setSearch}
      onValueChange={(productId) => productId && lines.add({ productId })}
      onCreate={(name) => lines.add({ name })}
    />
  );
}
