/** A whole number of parts out of what a person typed: "1,5" with three digits is 1500. Null for anything else. */
export function parseScaled(text: string, digits: number): number | null {
  const found = /^(\d{0,9})(?:[.,](\d*))?$/.exec(text.replace(/[\s\u00a0\u202f]/g, ""));
  const [, whole = "", fraction = ""] = found ?? [];
  if (!found || whole + fraction === "" || fraction.length > digits) return null;
  return Number(`${whole || "0"}${fraction.padEnd(digits, "0")}`);
}

/** Parts as a person reads and edits them: 1500 with three digits is "1.5". */
export function formatScaled(parts: number, digits: number, language: string): string {
  const options = { maximumFractionDigits: digits, useGrouping: false };
  return new Intl.NumberFormat(language, options).format(parts / 10 ** digits);
}

/** "20%" of 2000 hundredths of a percent. */
export function formatRate(rate: number, language: string): string {
  const options = { style: "percent", maximumFractionDigits: 2 } as const;
  return new Intl.NumberFormat(language, options).format(rate / 10_000);
}
