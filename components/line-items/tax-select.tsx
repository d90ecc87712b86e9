"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { formatRate } from "./scaled";

/** Rates people choose from, in hundredths of a percent; any other that a record has is offered too. */
const rates = [0, 500, 700, 1_000, 1_200, 1_900, 2_000, 2_200];

export type Tax = { taxRate: number | null; taxIncluded: boolean };

type TaxSelectProps = { tax: Tax; onChangeTax: (tax: Tax) => void } & Omit<
  ComponentProps<"select">,
  "value" | "onChange"
>;

/** A tax's rate and whether the price has it inside, as one choice. */
export function TaxSelect({ tax, onChangeTax, className, ...props }: TaxSelectProps) {
  const t = useTranslations("products");
  const locale = useLocale();
  const all = tax.taxRate === null ? rates : [...new Set([...rates, tax.taxRate])].toSorted((a, b) => a - b);
  const choices = [true, false].flatMap((taxIncluded) => all.map((taxRate) => ({ taxRate, taxIncluded })));
  return (
    <select
      {...props}
      className={cn("control", className)}
      value={valueOf(tax)}
      onChange={({ target }) =>
        onChangeTax(choices.find((one) => valueOf(one) === target.value) ?? noTax(tax))
      }
    >
      <option value="none">{t("noTax")}</option>
      {choices.map((choice) => (
        <option key={valueOf(choice)} value={valueOf(choice)}>
          {t("taxRate", {
            rate: formatRate(choice.taxRate, locale),
            included: String(choice.taxIncluded),
          })}
        </option>
      ))}
    </select>
  );
}

function valueOf({ taxRate, taxIncluded }: Tax): string {
  return taxRate === null ? "none" : `${taxRate}${taxIncluded ? "in" : "on"}`;
}

function noTax({ taxIncluded }: Tax): Tax {
  return { taxRate: null, taxIncluded };
}
