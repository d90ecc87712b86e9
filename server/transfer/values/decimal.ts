import { type Parsed, refused, value } from "./parsed";

/** Digits without separators: an optional whole part, a fraction, the sign apart. */
export type Decimal = { negative: boolean; whole: string; fraction: string };

export type DecimalMark = "," | ".";

// Breaking, narrow, thin and figure spaces, apostrophes and underscores: between digits they group thousands.
const GROUPING = /[\s\u00a0\u202f\u2009\u2007'’_]/g;
const PLAIN = /^-?\d+$/;

/**
 * Reads "1 234,50", "1,234.50", "1.234,50", "(5)", "5-" and the like; null when it is no number.
 * `mark` is the column's decimal mark where other rows have shown it. Without one a single mark before exactly three
 * digits groups thousands when `grouped`, and is decimal otherwise.
 */
export function readDecimal(text: string, mark: DecimalMark | null, grouped: boolean): Decimal | null {
  if (PLAIN.test(text))
    return text.charCodeAt(0) === 45
      ? { negative: true, whole: text.slice(1), fraction: "" }
      : { negative: false, whole: text, fraction: "" };
  let rest = text.replace(GROUPING, "").replaceAll(/[−–—]/g, "-");
  let negative = false;
  if (/^\(.*\)$/.test(rest)) [negative, rest] = [true, rest.slice(1, -1)];
  if (rest.startsWith("-") || rest.endsWith("-")) {
    if (negative) return null;
    negative = true;
    rest = rest.startsWith("-") ? rest.slice(1) : rest.slice(0, -1);
  } else if (rest.startsWith("+")) rest = rest.slice(1);
  if (!/^[\d.,]*\d[.,]?$|^\d[\d.,]*$/.test(rest)) return null;
  const decimal = decimalMarkOf(rest, mark, grouped);
  if (decimal === "neither") return null;
  const at = decimal === null ? -1 : rest.lastIndexOf(decimal);
  const whole = at < 0 ? rest : rest.slice(0, at);
  if (!wellGrouped(whole)) return null;
  return { negative, whole: whole.replaceAll(/[.,]/g, ""), fraction: at < 0 ? "" : rest.slice(at + 1) };
}

/** The mark that parts the fraction in this text alone, null where there is none or it cannot be told. */
export function shownMark(text: string): DecimalMark | null {
  const rest = text.replace(GROUPING, "");
  const comma = rest.lastIndexOf(",");
  const point = rest.lastIndexOf(".");
  if (comma < 0 && point < 0) return null;
  const last: DecimalMark = comma > point ? "," : ".";
  const other: DecimalMark = last === "," ? "." : ",";
  const twice = rest.indexOf(last) !== rest.lastIndexOf(last);
  if (twice) return rest.includes(other) ? null : other;
  if (rest.includes(other)) return last;
  const after = /^\d*/.exec(rest.slice(rest.lastIndexOf(last) + 1))?.[0].length ?? 0;
  // Before "0,123" or "1234,567" no thousands were grouped.
  return after !== 3 || !/(?:^|\D)[1-9]\d{0,2}[.,]\d{3}(?!\d)/.test(rest) ? last : null;
}

function decimalMarkOf(text: string, mark: DecimalMark | null, grouped: boolean) {
  const shown = shownMark(text);
  if (!/[.,]/.test(text)) return null;
  const first = text.search(/[.,]/);
  const one = text[first];
  const single = text.lastIndexOf(",") === first || text.lastIndexOf(".") === first;
  const mixed = text.includes(",") && text.includes(".");
  if (mixed) return shown ?? "neither";
  const repeated = text.indexOf(one ?? "") !== text.lastIndexOf(one ?? "");
  if (repeated) return null;
  if (shown) return shown;
  if (mark) return single && one === mark ? mark : null;
  return grouped ? null : one === "," ? "," : ".";
}

function wellGrouped(whole: string): boolean {
  return !/[.,]/.test(whole) || /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(whole);
}

/** The decimal in units of 10^-digits, halves away from zero, and whether anything was rounded off. */
export function inUnits(decimal: Decimal, digits: number): { units: bigint; rounded: boolean } {
  const kept = decimal.fraction.slice(0, digits).padEnd(digits, "0");
  const dropped = decimal.fraction.slice(digits);
  const up = dropped.charCodeAt(0) >= 53 ? 1n : 0n;
  const units = BigInt(decimal.whole + kept || "0") + up;
  return { units: decimal.negative ? -units : units, rounded: /[1-9]/.test(dropped) };
}

/** As a number where every digit fits, else refused. */
export function asNumber(decimal: Decimal): Parsed<number> {
  const number = Number(`${decimal.negative ? "-" : ""}${decimal.whole || "0"}.${decimal.fraction || "0"}`);
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER
    ? value(number === 0 ? 0 : number)
    : refused("TOO_LARGE");
}
