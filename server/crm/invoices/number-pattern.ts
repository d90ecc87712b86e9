const tokens = /\{(YYYY|YY|N+)\}/g;

/** A number's pattern: any text around one `{N}` (more Ns: padded with zeros) and, if wanted, `{YYYY}` or `{YY}`. */
export function isNumberPattern(pattern: string): boolean {
  const found = [...pattern.matchAll(tokens)].map(([, token]) => token ?? "");
  const counters = found.filter((token) => token.startsWith("N"));
  return counters.length === 1 && found.length <= 2 && !/[{}]/.test(pattern.replace(tokens, ""));
}

/** "INV-2026-0007" out of "INV-{YYYY}-{NNNN}". */
export function numberFrom(pattern: string, { year, count }: { year: number; count: number }): string {
  const full = String(year).padStart(4, "0");
  return pattern.replace(tokens, (_whole, token: string) => {
    if (token === "YYYY") return full;
    if (token === "YY") return full.slice(2);
    return String(count).padStart(token.length, "0");
  });
}

/** Which series a pattern counts in: the year's where the year is part of the number, else the only one, 0. */
export function seriesOf(pattern: string, year: number): number {
  return /\{Y/.test(pattern) ? year : 0;
}
