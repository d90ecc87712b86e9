/** An amount of a custom field: minor units with their currency. */
export type MoneyValue = { amountMinor: number; currency: string };

export function isMoneyValue(value: unknown): value is MoneyValue {
  return (
    typeof value === "object" &&
    value !== null &&
    "amountMinor" in value &&
    typeof value.amountMinor === "number" &&
    "currency" in value &&
    typeof value.currency === "string"
  );
}
