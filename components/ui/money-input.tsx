"use client";

import { useLocale } from "next-intl";
import { type ComponentProps, useState } from "react";
import { GroupInput, InputGroup } from "./input";
import { currencyDigits, currencySign, formatMoneyInput, parseMoney } from "./money";

type MoneyInputProps = {
  /** Integer minor units; null is empty. */
  value: number | null;
  onValueChange: (value: number | null) => void;
  /** ISO 4217 code. */
  currency: string;
} & Omit<ComponentProps<"input">, "value" | "onChange" | "type">;

/** An amount: free typing in any common notation, grouped by the locale when left. */
export function MoneyInput({ value, onValueChange, currency, className, onBlur, ...props }: MoneyInputProps) {
  const locale = useLocale();
  const digits = currencyDigits(currency);
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? (value === null ? "" : formatMoneyInput(value, locale, digits));
  const unreadable = draft !== null && draft.trim() !== "" && parseMoney(draft, digits) === null;

  const type = (text: string) => {
    setDraft(text);
    const minor = parseMoney(text, digits);
    if (minor !== null || text.trim() === "") onValueChange(minor);
  };
  return (
    <InputGroup className={className} after={<span aria-hidden>{currencySign(currency, locale)}</span>}>
      <GroupInput
        inputMode="decimal"
        autoComplete="off"
        {...props}
        aria-invalid={unreadable || props["aria-invalid"]}
        value={shown}
        onChange={(event) => type(event.target.value)}
        onBlur={(event) => {
          if (!unreadable) setDraft(null);
          onBlur?.(event);
        }}
        className="tabular text-right"
      />
    </InputGroup>
  );
}
