import { mostMinor } from "@/server/platform/money";
import type { Cell } from "../read/table";
import { asNumber, type DecimalMark, inUnits, readDecimal } from "./decimal";
import { blank, type Parse, type Parsed, refused, textOf, value } from "./parsed";

/**
 * Hundredths, or where it is `exact` the currency's own minor units; the currency is null where the cell names none.
 */
export type MoneyValue = { minor: number; currency: string | null; exact?: true };

/** How a column of numbers is written; `mark` is null while no row has shown it. */
export type NumberStyle = { mark: DecimalMark | null };

const CURRENCIES: readonly [string, RegExp][] = [
  ["RUB", /₽|российский рубль|(?<!\p{L})(?:руб(?:л(?:ь|я|ей))?\.?|р\.|р(?!\p{L})|rub\b|rur\b)/iu],
  ["USD", /\bUSD\b|доллар сша|(?:US)?\$|(?<!\p{L})долл(?:ар(?:ов|а)?)?\.?/iu],
  ["EUR", /\bEUR\b|€|(?<!\p{L})евро/iu],
  ["KZT", /\bKZT\b|₸|(?<!\p{L})(?:тенге|тг\.?)/iu],
  ["BYN", /\bBYN\b|(?<!\p{L})бел\.?\s?руб\.?/iu],
  ["UAH", /\bUAH\b|₴|(?<!\p{L})(?:грн\.?|гривен)/iu],
  ["GBP", /\bGBP\b|£/iu],
  ["CNY", /\bCNY\b|¥|(?<!\p{L})(?:юаней|юань)/iu],
  ["TRY", /\bTRY\b|₺/iu],
  ["AED", /\bAED\b/iu],
];
const BARE = /^[\d\s.,'’()+\-−\u00a0\u202f\u2009]+$/;

/** The currency a text names by sign or word, and the text without it. */
export function splitCurrency(text: string): { amount: string; currency: string | null } {
  if (BARE.test(text)) return { amount: text, currency: null };
  const byn = CURRENCIES[4];
  for (const [code, sign] of byn ? [byn, ...CURRENCIES] : CURRENCIES) {
    if (sign.test(text)) return { amount: text.replace(sign, "").trim(), currency: code };
  }
  return { amount: text, currency: null };
}

/** Reads amounts exactly into minor units (1/100); more decimals are rounded half up, with a warning. */
export function moneyParser(style: NumberStyle): Parse<MoneyValue> {
  return function parseMoney(cell: Cell): Parsed<MoneyValue> {
    const text = textOf(cell);
    if (text === "") return blank;
    const named = splitCurrency(text);
    const typed = typeof cell === "number";
    const decimal = readDecimal(named.amount, typed ? "." : style.mark, !typed);
    if (!decimal) return refused("NOT_MONEY");
    const { units, rounded } = inUnits(decimal, 2);
    const minor = Number(units);
    if (Math.abs(minor) > mostMinor) return refused("TOO_LARGE");
    // A spreadsheet's 0.1 + 0.2 is no news; a person's third decimal is.
    const told = rounded && !(typed && decimal.fraction.length > 8);
    return value(
      { minor: minor === 0 ? 0 : minor, currency: named.currency },
      told ? "ROUNDED" : minor < 0 ? "NEGATIVE" : undefined,
    );
  };
}

/** Reads a currency by its code, sign or name. */
export const parseCurrency: Parse<string> = (cell: Cell): Parsed<string> => {
  const text = textOf(cell);
  if (text === "") return blank;
  if (/^[A-Z]{3}$/i.test(text)) return value(text.toUpperCase());
  const { currency } = splitCurrency(text);
  return currency ? value(currency) : refused("OTHER_CURRENCY");
};

/** Reads numbers; percent signs and units are refused rather than guessed. */
export function numberParser(style: NumberStyle): Parse<number> {
  return function parseNumber(cell: Cell): Parsed<number> {
    if (typeof cell === "number") return value(cell);
    const text = textOf(cell);
    if (text === "") return blank;
    const decimal = readDecimal(text, style.mark, false);
    return decimal ? asNumber(decimal) : refused("NOT_A_NUMBER");
  };
}
