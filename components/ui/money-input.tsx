"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { currencySign, formatMoneyInput, parseMoney } from "@/server/platform/money";
import { GroupInput, InputGroup } from "./input";

type MoneyInputProps = {
  /** Integer minor units; null is empty. */
  value: number | null;
  onValueChange: (value: number | null) => void;
  /** ISO 4217 code. */
  currency: string;
  /** Told as one types whether the text is no amount; the value then stays what it was. */
  onUnreadable?: (unreadable: boolean) => void;
} & Omit<ComponentProps<"input">, "value" | "onChange" | "type">;

/** An amount: free typing in any common notation, grouped by the locale when left. */
export function MoneyInput(input: MoneyInputProps) {
  const { value, onValueChange, onUnreadable, currency, className, onBlur, ...props } = input;
  const t = useTranslations("ui.money");
  const locale = useLocale();
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? (value === null ? "" : formatMoneyInput(value, currency, locale));
  const unreadable = draft !== null && draft.trim() !== "" && parseMoney(draft, currency, locale) === null;

  const type = (text: string) => {
    setDraft(text);
    const minor = parseMoney(text, currency, locale);
    onUnreadable?.(minor === null && text.trim() !== "");
    if (minor !== null || text.trim() === "") onValueChange(minor);
  };
  return (
    <InputGroup className={className} after={<span aria-hidden>{currencySign(currency, locale)}</span>}>
      <GroupInput
        inputMode="decimal"
        autoComplete="off"
        // A form is not sent with an amount that nobody can read.
        ref={(element) => element?.setCustomValidity(unreadable ? t("unreadable") : "")}
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
