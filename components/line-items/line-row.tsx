"use client";

import { Copy, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { MoneyInput } from "@/components/ui/money-input";
import { type LineItem, lineAmounts } from "@/server/crm/line-items/contract";
import { currencySign, formatMoney } from "@/server/platform/money";
import { ScaledInput } from "./scaled-input";
import { TaxSelect } from "./tax-select";
import { UnitSelect } from "./unit-select";
import type { Lines } from "./use-lines";

type LineRowProps = { line: LineItem; currency: string; lines: Lines; before: string | null };

/** The columns of the editor: in one row where there is room, under the name where there is less. */
export const columns =
  "grid min-w-0 flex-1 items-end gap-1.5 grid-cols-2 @xl:grid-cols-[minmax(8.5rem,1.2fr)_1.1fr_1fr_1fr_6rem_3.5rem] @4xl:items-center @4xl:grid-cols-[minmax(10rem,1fr)_9.5rem_7.5rem_7rem_7rem_6.5rem_3.5rem]";

const quiet = "border-transparent bg-transparent hover:bg-ink/6";

/** A line, each part edited where it stands. */
export function LineRow({ line, currency, lines, before }: LineRowProps) {
  const t = useTranslations("products.lines");
  const locale = useLocale();
  const label = (field: "name" | "quantity" | "unit" | "price" | "discount" | "discountKind" | "tax") =>
    t("of", { field: t(field), name: line.name });
  const change = (changes: Partial<LineItem>) => {
    const { id: _, productId: __, ...rest } = { ...changes };
    lines.change(line.id, rest);
  };
  const { id: _, ...same } = line;
  return (
    <div className={columns}>
      <NameInput
        name={line.name}
        aria-label={label("name")}
        className={cn(quiet, "font-medium col-span-full @4xl:col-auto")}
        onCommit={(name) => change({ name })}
      />
      <Narrow label={t("quantity")}>
        <div className="flex gap-1">
          <ScaledInput
            digits={3}
            min={1}
            max={1_000_000_000}
            value={line.quantity}
            aria-label={label("quantity")}
            className={cn(quiet, "tabular min-w-0 flex-1 @4xl:text-right")}
            onCommit={(quantity) => change({ quantity })}
          />
          <UnitSelect
            aria-label={label("unit")}
            className={cn(quiet, "w-20! shrink-0 pl-1!")}
            unit={line.unit}
            onChangeUnit={(unit) => change({ unit })}
          />
        </div>
      </Narrow>
      <Narrow label={t("price")} atEnd>
        <PriceInput
          key={line.priceMinor}
          value={line.priceMinor}
          currency={currency}
          aria-label={label("price")}
          onCommit={(priceMinor) => change({ priceMinor })}
        />
      </Narrow>
      <Narrow label={t("discount")}>
        <div className="flex gap-1">
          <DiscountInput line={line} currency={currency} aria-label={label("discount")} onChange={change} />
          <select
            aria-label={label("discountKind")}
            className={cn("control w-11! shrink-0 pl-1!", quiet)}
            value={line.discountKind}
            onChange={({ target }) =>
              change({ discountKind: target.value === "amount" ? "amount" : "percent", discount: 0 })
            }
          >
            <option value="percent">%</option>
            <option value="amount">{currencySign(currency, locale)}</option>
          </select>
        </div>
      </Narrow>
      <Narrow label={t("tax")}>
        <TaxSelect
          aria-label={label("tax")}
          className={cn(quiet, "pl-1.5!")}
          tax={line}
          onChangeTax={change}
        />
      </Narrow>
      <span className="tabular truncate text-right font-semibold h-8 content-center max-@xl:text-left max-@xl:pl-2.5">
        {formatMoney(lineAmounts(line).totalMinor, currency, locale)}
      </span>
      <span className="flex justify-end">
        <Button
          size="icon-sm"
          variant="ghost"
          aria-label={t("copy", { name: line.name })}
          onClick={() => lines.add(same, line.id)}
        >
          <Copy />
        </Button>
        <Button
          size="icon-sm"
          variant="ghost"
          aria-label={t("remove", { name: line.name })}
          onClick={() => lines.remove(line, before)}
        >
          <X />
        </Button>
      </span>
    </div>
  );
}

// Where the head of the table has no room, each control says what it is.
function Narrow({ label, atEnd, children }: { label: string; atEnd?: boolean; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <span
        aria-hidden
        className={cn("block px-2.5 text-xs text-ink-muted @4xl:hidden", atEnd && "text-right")}
      >
        {label}
      </span>
      {children}
    </div>
  );
}

type NameInputProps = {
  name: string;
  onCommit: (name: string) => void;
  className: string;
  "aria-label": string;
};

function NameInput({ name, onCommit, ...props }: NameInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    const text = draft?.trim();
    setDraft(null);
    if (text && text !== name) onCommit(text);
  };
  return (
    <Input
      {...props}
      maxLength={300}
      value={draft ?? name}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
        if (event.key === "Escape") setDraft(null);
      }}
    />
  );
}

type PriceInputProps = {
  value: number;
  currency: string;
  onCommit: (value: number) => void;
  "aria-label": string;
};

function PriceInput({ value, currency, onCommit, ...props }: PriceInputProps) {
  const [draft, setDraft] = useState(value);
  const commit = () => {
    if (draft !== value) onCommit(draft);
  };
  return (
    <MoneyInput
      {...props}
      className={quiet}
      currency={currency}
      value={draft}
      onValueChange={(next) => setDraft(next ?? 0)}
      onBlur={commit}
      onKeyDown={(event) => event.key === "Enter" && commit()}
    />
  );
}

type DiscountInputProps = {
  line: LineItem;
  currency: string;
  onChange: (changes: Partial<LineItem>) => void;
  "aria-label": string;
};

function DiscountInput({ line, currency, onChange, ...props }: DiscountInputProps) {
  if (line.discountKind === "percent") {
    return (
      <ScaledInput
        {...props}
        digits={2}
        max={10_000}
        value={line.discount}
        className={cn(quiet, "tabular min-w-0 flex-1 @4xl:text-right")}
        onCommit={(discount) => onChange({ discount })}
      />
    );
  }
  return (
    <PriceInput
      {...props}
      key={line.discount}
      value={line.discount}
      currency={currency}
      onCommit={(discount) => onChange({ discount })}
    />
  );
}
