/** How many decimal places a currency has; 2 for an unknown code. */
export function currencyDigits(currency: string) {
  try {
    const options = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
    return options.maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/**
 * Minor units from what a person typed: "1 234,50", "1,234.50", "1.234,5", "-10". The last point or comma is
 * the decimal sign unless it repeats, or groups exactly three digits in a currency with other decimals.
 * Null for anything that is not an amount, has too many decimals or is not a safe integer.
 */
export function parseMoney(text: string, digits = 2): number | null {
  const compact = text.replace(/[\s\u00a0\u202f'’_]/g, "").replace(/^[−–]/, "-");
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(compact)) return null;
  const negative = compact.startsWith("-");
  const { whole, fraction } = split(negative ? compact.slice(1) : compact, digits);
  if (!/^\d*$/.test(whole) || !/^\d*$/.test(fraction) || fraction.length > digits) return null;
  const minor = Number(`${whole || "0"}${fraction.padEnd(digits, "0")}`);
  if (!Number.isSafeInteger(minor)) return null;
  return negative && minor !== 0 ? -minor : minor;
}

function split(text: string, digits: number) {
  const at = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  if (at < 0) return { whole: text, fraction: "" };
  const sign = text.charAt(at);
  const tail = text.slice(at + 1);
  const repeats = text.indexOf(sign) !== at;
  const groups = repeats || (tail.length === 3 && digits !== 3 && at > 0);
  if (groups && !/^\d{1,3}([.,]\d{3})+$/.test(text)) return { whole: "x", fraction: "" };
  if (groups) return { whole: text.replace(/[.,]/g, ""), fraction: "" };
  const head = text.slice(0, at);
  const grouped = /^(\d*|\d{1,3}([.,]\d{3})+)$/.test(head);
  return { whole: grouped ? head.replace(/[.,]/g, "") : "x", fraction: tail };
}

/** Minor units as a person edits them: grouped by the locale, decimals only where there are any. */
export function formatMoneyInput(minor: number, locale: string, digits = 2) {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: minor % 10 ** digits === 0 ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(minor / 10 ** digits);
}

/** Minor units for reading, with the currency's sign and without empty decimals. */
export function formatMoney(minor: number, currency: string, locale: string) {
  const digits = currencyDigits(currency);
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: minor % 10 ** digits === 0 ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(minor / 10 ** digits);
}

/** The sign of a currency: "₽", "$"; its code where there is none. */
export function currencySign(currency: string, locale: string) {
  try {
    const parts = new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
    }).formatToParts(0);
    return parts.find((part) => part.type === "currency")?.value ?? currency;
  } catch {
    return currency;
  }
}
