"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Input } from "@/components/ui/input";
import { MoneyInput } from "@/components/ui/money-input";
import { useWorkspace } from "@/components/workspace/workspace";
import type { ControlProps } from "./control-props";
import type { FilterField } from "./use-filter-fields";

/** A number of at most four decimals, or an amount in minor units. */
export function NumberControl({ field, value, onChange, control }: ControlProps & { field: FilterField }) {
  const { currency } = useWorkspace();
  const number = typeof value === "number" ? value : null;
  if (field.type === "money") {
    return (
      <MoneyInput
        {...control}
        currency={field.currency ?? currency}
        value={number}
        onValueChange={(minor) => onChange(minor ?? undefined)}
      />
    );
  }
  return <PlainNumber value={number} onChange={onChange} control={control} />;
}

/** Two numbers, both of them within. */
export function RangeControl({ field, value, onChange, control }: ControlProps & { field: FilterField }) {
  const t = useTranslations("filter");
  const [from, to]: unknown[] = Array.isArray(value) ? value : [];
  return (
    <fieldset className="flex flex-wrap items-center gap-2 [&>*]:min-w-28 [&>*]:flex-1">
      <legend className="sr-only">{control["aria-label"]}</legend>
      <NumberControl
        field={field}
        value={from}
        onChange={(next) => onChange([next, to])}
        control={{ "aria-label": t("from"), placeholder: t("from") }}
      />
      <NumberControl
        field={field}
        value={to}
        onChange={(next) => onChange([from, next])}
        control={{ "aria-label": t("to"), placeholder: t("to") }}
      />
    </fieldset>
  );
}

function PlainNumber({ value, onChange, control }: ControlProps & { value: number | null }) {
  const language = useLocale();
  const [text, setText] = useState(
    value === null ? "" : new Intl.NumberFormat(language, { maximumFractionDigits: 4 }).format(value),
  );
  const type = (next: string) => {
    setText(next);
    onChange(numberIn(next));
  };
  return (
    <Input
      {...control}
      inputMode="decimal"
      autoComplete="off"
      aria-invalid={(text.trim() !== "" && numberIn(text) === undefined) || control["aria-invalid"]}
      value={text}
      onChange={(event) => type(event.target.value)}
    />
  );
}

/** "1 234,5" and "1234.5" as 1234.5; undefined for what is no number or has more than four decimals. */
function numberIn(text: string): number | undefined {
  const compact = text
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace(",", ".")
    .replace(/^[−–]/, "-");
  if (!/^-?\d+(\.\d{1,4})?$/.test(compact)) return undefined;
  const value = Number(compact);
  return Number.isSafeInteger(Math.round(value * 10_000)) ? value : undefined;
}
