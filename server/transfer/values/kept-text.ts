import { plainText } from "@/server/filter";

/**
 * A value exactly as it is kept, in one cell that our import reads back: ids, minor units, instants in ISO; what is no
 * single value as JSON.
 */
export function keptText(value: unknown): string {
  if (value === null || value === undefined || isEmpty(value)) return "";
  if (isMoney(value)) return `${value.amountMinor} ${value.currency}`;
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(";");
  // Reading takes one apostrophe off what looks like a formula made safe.
  const text = plainText(value);
  return /^'+[=+\-@\t\r＝＋－＠\d]/.test(text) ? `'${text}` : text;
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && !(value instanceof Date) && Object.keys(value ?? {}).length === 0;
}

function isMoney(value: unknown): value is { amountMinor: number; currency: string } {
  return typeof value === "object" && value !== null && "amountMinor" in value && "currency" in value;
}
