import { currencyDigits } from "@/server/platform";
import { mostMinor } from "@/server/platform/money";
import type { MoneyValue } from "../values/money";
import type { Fault } from "./draft";

/** An amount that was read, in minor units of its currency; `currency` is what it is counted in unless it says. */
export function amountOf(
  value: unknown,
  told: unknown,
  currency: string,
): { amountMinor: number; currency: string } {
  const amount = value as MoneyValue | undefined;
  if (!amount) return { amountMinor: 0, currency: typeof told === "string" ? told : currency };
  return { amountMinor: inMinor(amount), currency: amount.currency ?? currency };
}

/** What is wrong with an amount besides how it is written. */
export function amountFault(value: unknown, field: string): Fault | null {
  const amount = value as MoneyValue | undefined;
  if (amount && amount.minor < 0) return { field, code: "NEGATIVE_AMOUNT" };
  return amount && inMinor(amount) > mostMinor ? { field, code: "TOO_LARGE" } : null;
}

/** Hundredths as the currency's own minor units. */
function inMinor({ minor, currency, exact }: MoneyValue): number {
  return exact || currency === null ? minor : Math.round(minor * 10 ** (currencyDigits(currency) - 2));
}
