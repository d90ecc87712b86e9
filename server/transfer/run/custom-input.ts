import { currencyDigits } from "@/server/platform";
import type { TargetField } from "../contract";
import type { MoneyValue } from "../values/money";

/** A planned value as the organization's own field takes it. Choices to be made are left out: a trial run has none. */
export function customInput(field: TargetField, value: unknown, currency: string): unknown {
  if (field.type === "money" || field.type === "minor")
    return money(value as MoneyValue, field.currency ?? currency);
  if (field.type === "list") return idOf(value);
  if (field.type === "multi_list") return (value as unknown[]).flatMap((one) => idOf(one) ?? []);
  return value;
}

function money({ minor, currency, exact }: MoneyValue, fallback: string) {
  const code = currency ?? fallback;
  const amountMinor = exact ? minor : Math.round(minor * 10 ** (currencyDigits(code) - 2));
  return { amountMinor, currency: code };
}

function idOf(value: unknown): string | undefined {
  return typeof value === "object" && value !== null && "id" in value ? String(value.id) : undefined;
}
