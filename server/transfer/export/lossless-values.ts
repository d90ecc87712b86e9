import type { Field } from "@/server/fields";
import { plainText } from "@/server/filter";

/** A value exactly as it is kept, in one cell that our import reads back: ids, minor units, instants in ISO. */
export function losslessText(field: Field, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (field.type === "money" && typeof value === "object" && "amountMinor" in value) {
    const { amountMinor, currency } = value as { amountMinor: number; currency: string };
    return `${amountMinor} ${currency}`;
  }
  if (field.type === "multi_list" && Array.isArray(value)) return value.join(";");
  // Reading takes one apostrophe off what looks like a formula made safe.
  const text = plainText(value);
  return /^'+[=+\-@\t\r＝＋－＠\d]/.test(text) ? `'${text}` : text;
}
