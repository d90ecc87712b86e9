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

/**
 * What a form's value of a field changes in a record: an amount of Pult's own comes with the currency it was told in, for the
 * record may be in another one. Such an amount is never empty, but nothing.
 */
export function changesOf(
  field: { key: string; type: string; customId: string | null },
  value: unknown,
): Record<string, unknown> {
  if (field.type !== "money" || field.customId !== null) return { [field.key]: value };
  return isMoneyValue(value)
    ? { [field.key]: value.amountMinor, currency: value.currency }
    : { [field.key]: 0 };
}
