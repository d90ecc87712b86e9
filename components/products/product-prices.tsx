"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { type Tax, TaxSelect } from "@/components/line-items/tax-select";
import { Row } from "@/components/record-page/field-row";
import { MoneyRow } from "@/components/record-page/money-row";
import { Section } from "@/components/record-page/record-fields";
import { useUpdateRecord } from "@/components/record-page/use-record";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useMay } from "@/components/workspace/workspace";
import type { Product } from "@/server/crm/products/contract";
import type { RecordData } from "@/server/crm/records/contract";
import { useOtherCurrencies, withPrice } from "./other-prices";

/** A product's tax, and its prices in the other currencies the workspace counts in. */
export function ProductPrices({ record }: { record: RecordData }) {
  const t = useTranslations("products.form");
  const { data: product } = useQuery(useTRPC().products.get.queryOptions({ productId: record.id }));
  return (
    <Section title={t("taxAndPrices")}>
      {product ? <Prices record={record} product={product} /> : <SkeletonRows rows={2} />}
    </Section>
  );
}

type PricesProps = { record: RecordData; product: Product };

function Prices({ record, product }: PricesProps) {
  const t = useTranslations("products.form");
  const disabled = !useMay()("product.edit", record);
  const codes = useOtherCurrencies(product);
  return (
    <>
      <TaxRow record={record} product={product} disabled={disabled} />
      {codes.map((code) => (
        <Row key={code} label={t("priceIn", { currency: code })}>
          <div className="pl-2.5">
            <MoneyRow
              record={record}
              field="otherPrices"
              label={t("priceIn", { currency: code })}
              worth={{ amountMinor: product.otherPrices[code] ?? null, currency: code }}
              onlyCurrency
              disabled={disabled}
              changesOf={({ amountMinor }) => ({ otherPrices: withPrice(product, code, amountMinor) })}
            />
          </div>
        </Row>
      ))}
      {codes.length > 0 && <p className="mt-1 text-sm text-ink-muted">{t("otherPricesHint")}</p>}
    </>
  );
}

// What was chosen shows at once, until the product comes in another version.
function TaxRow({ record, product, disabled }: PricesProps & { disabled: boolean }) {
  const t = useTranslations("products.form");
  const words = useTranslations("record");
  const id = useId();
  const { save, begin, error } = useUpdateRecord(record);
  const { say } = useRefusals();
  const before: Tax = { taxRate: product.taxRate, taxIncluded: product.taxIncluded };
  const [chosen, setChosen] = useState<{ tax: Tax; version: number } | null>(null);
  const shown = chosen?.version === product.version ? chosen.tax : before;
  const change = async (tax: Tax) => {
    begin();
    setChosen({ tax, version: product.version });
    if (!(await save(tax))) return setChosen(null);
    toast.success(words("saved", { field: t("tax") }), {
      id: `saved-${record.id}-tax`,
      undo: () => void save(before),
    });
  };
  return (
    <Row label={t("tax")} htmlFor={id}>
      <TaxSelect
        id={id}
        disabled={disabled}
        className="border-transparent bg-transparent hover:bg-ink/6"
        tax={shown}
        onChangeTax={(tax) => void change(tax)}
      />
      {error && (
        <p role="alert" className="mt-0.5 px-2.5 text-sm text-danger-text">
          {say(error)}
        </p>
      )}
    </Row>
  );
}
