import { z } from "zod";

/** The currencies offered in the pickers; any three-letter code is stored. */
export const currencies = [
  "RUB",
  "USD",
  "EUR",
  "KZT",
  "BYN",
  "UAH",
  "GBP",
  "CNY",
  "TRY",
  "AED",
  "JPY",
  "KWD",
] as const;

/** The largest amount kept, in minor units. */
export const mostMinor = 10_000_000_000_000;

/** An amount in the currency's minor units (kopecks, cents, whole yen), at most ten trillion of them. */
export const amountMinor = z.number().int().min(0).max(mostMinor);

export const currency = z.string().regex(/^[A-Z]{3}$/);

// Asked for every amount of an import, where making a format costs more than all the rest of a row.
const digitsOf = new Map<string, number>();

/** How many decimal places a currency has by ISO 4217: none in yen, three in dinars; 2 for an unknown code. */
export function currencyDigits(code: string): number {
  const known = digitsOf.get(code);
  if (known !== undefined) return known;
  const digits = readDigits(code);
  // Anybody may write any code; only three letters are one, and of those there are not many.
  if (currency.safeParse(code).success) digitsOf.set(code, digits);
  return digits;
}

function readDigits(code: string): number {
  try {
    const options = new Intl.NumberFormat("en", { style: "currency", currency: code }).resolvedOptions();
    return options.maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** The same number of whole units in another currency: 1,500.50 stays 1,500.50, rounded where it has to be. */
export function inCurrency(minor: number, from: string, to: string): number {
  return Math.round(minor * 10 ** (currencyDigits(to) - currencyDigits(from)));
}

/** A quotient of whole numbers as a whole number, half away from zero: 5/2 is 3, -5/2 is -3. The divisor is positive. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const doubled = BigInt(2) * (dividend < 0 ? -dividend : dividend);
  const rounded = (doubled + divisor) / (BigInt(2) * divisor);
  return dividend < 0 ? -rounded : rounded;
}

/** "1 234,50 ₽" in the reader's language; whole amounts drop their minor part. */
export function formatMoney(minor: number, code: string, language: string): string {
  const digits = currencyDigits(code);
  return moneyFormat(code, language, decimals(minor, digits)).format(minor / 10 ** digits);
}

// A board says hundreds of amounts, and making a format costs more than all the rest of a card.
const moneyFormats = new Map<string, Intl.NumberFormat>();

function moneyFormat(code: string, language: string, places: ReturnType<typeof decimals>): Intl.NumberFormat {
  const key = `${language} ${code} ${places.minimumFractionDigits}`;
  const known = moneyFormats.get(key);
  if (known) return known;
  const options = { style: "currency", currency: code, currencyDisplay: "narrowSymbol", ...places } as const;
  const made = new Intl.NumberFormat(language, options);
  // As with decimal places: whatever else is written for a code is not kept.
  if (digitsOf.has(code)) moneyFormats.set(key, made);
  return made;
}

/** An amount as a person edits it: grouped by the language, decimals only where there are any. */
export function formatMoneyInput(minor: number, code: string, language: string): string {
  const digits = currencyDigits(code);
  return new Intl.NumberFormat(language, decimals(minor, digits)).format(minor / 10 ** digits);
}

function decimals(minor: number, digits: number) {
  return {
    minimumFractionDigits: minor % 10 ** digits === 0 ? 0 : digits,
    maximumFractionDigits: digits,
  };
}

/** The sign of a currency: "₽", "$"; its code where there is none. */
export function currencySign(code: string, language: string): string {
  try {
    const options = { style: "currency", currency: code, currencyDisplay: "narrowSymbol" } as const;
    const parts = new Intl.NumberFormat(language, options).formatToParts(0);
    return parts.find((part) => part.type === "currency")?.value ?? code;
  } catch {
    return code;
  }
}

/**
 * Minor units from what a person typed: "1 234,50", "1,234.50", "1.234,5", "-10". The last point or comma is the
 * decimal sign unless it repeats or groups exactly three digits; where the currency has three decimals, "1,234"
 * is read by the language. Null for anything that is not an amount, has too many decimals or is not a safe integer.
 */
export function parseMoney(text: string, code: string, language: string): number | null {
  const digits = currencyDigits(code);
  const compact = text.replace(/[\s\u00a0\u202f'’_]/g, "").replace(/^[−–]/, "-");
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(compact)) return null;
  const negative = compact.startsWith("-");
  const { whole, fraction } = split(negative ? compact.slice(1) : compact, digits, decimalSign(language));
  if (!/^\d*$/.test(whole) || !/^\d*$/.test(fraction) || fraction.length > digits) return null;
  const minor = Number(`${whole || "0"}${fraction.padEnd(digits, "0")}`);
  if (!Number.isSafeInteger(minor)) return null;
  return negative && minor !== 0 ? -minor : minor;
}

function decimalSign(language: string): string {
  const parts = new Intl.NumberFormat(language).formatToParts(0.5);
  return parts.find((part) => part.type === "decimal")?.value ?? ".";
}

const unreadable = { whole: "x", fraction: "" };

function split(text: string, digits: number, decimal: string) {
  const at = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  if (at < 0) return { whole: text, fraction: "" };
  const sign = text.charAt(at);
  const tail = text.slice(at + 1);
  const repeats = text.indexOf(sign) !== at;
  const mixed = /[.,]/.test(text.slice(0, at));
  // Three digits after a single sign group thousands, unless the currency counts in thousandths and reads so.
  const thousandths = digits === 3 && (mixed || sign === decimal);
  const groups = repeats || (tail.length === 3 && at > 0 && !thousandths);
  if (groups && !/^\d{1,3}([.,]\d{3})+$/.test(text)) return unreadable;
  if (groups) return { whole: text.replace(/[.,]/g, ""), fraction: "" };
  const head = text.slice(0, at);
  const grouped = /^(\d*|\d{1,3}([.,]\d{3})+)$/.test(head);
  return grouped ? { whole: head.replace(/[.,]/g, ""), fraction: tail } : unreadable;
}
