import type { Cell } from "../read/table";
import type { MoneyValue } from "./money";
import { blank, fold, type Parse, type Parsed, refused, textOf, value } from "./parsed";

const LONGEST = 20_000;
const YES = new Set(["да", "yes", "y", "true", "1", "+", "истина", "вкл", "on", "x", "✓", "✔", "есть", "д"]);
const NO = new Set(["нет", "no", "n", "false", "0", "-", "ложь", "выкл", "off", "н", "—", "–"]);

/** Text as written, without blanks around it. */
export const parseText: Parse<string> = (cell: Cell): Parsed<string> => {
  const text = textOf(cell);
  if (text === "") return blank;
  return text.length > LONGEST ? refused("TOO_LONG") : value(text);
};

/** An id of the system the file came from. */
export const parseExternalId: Parse<string> = (cell: Cell): Parsed<string> => {
  const text = textOf(cell);
  if (text === "") return blank;
  return text.length > 200 ? refused("TOO_LONG") : value(text);
};

/** The id of a record, as our own lossless export has it. */
export const parseId: Parse<string> = (cell: Cell): Parsed<string> => {
  const text = textOf(cell).toLowerCase();
  if (text === "") return blank;
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text) ? value(text) : refused("NO_SUCH_RECORD");
};

/** An amount in minor units with its currency, where it names one: `123450` or `123450 EUR`. */
export const parseMinor: Parse<MoneyValue> = (cell: Cell): Parsed<MoneyValue> => {
  const text = textOf(cell);
  if (text === "") return blank;
  const [, digits = "", currency] = /^(-?\d{1,15})(?: ([A-Z]{3}))?$/.exec(text) ?? [];
  if (digits === "") return refused("NOT_MONEY");
  return value({ minor: Number(digits), currency: currency ?? null, exact: true });
};

export const parseBoolean: Parse<boolean> = (cell: Cell): Parsed<boolean> => {
  if (typeof cell === "boolean") return value(cell);
  const text = fold(textOf(cell));
  if (text === "") return blank;
  if (YES.has(text)) return value(true);
  return NO.has(text) ? value(false) : refused("NOT_A_BOOLEAN");
};

/** A web address; the scheme may be left out. */
export const parseUrl: Parse<string> = (cell: Cell): Parsed<string> => {
  const text = textOf(cell);
  if (text === "") return blank;
  const full = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (/\s/.test(text) || !URL.canParse(full)) return refused("NOT_A_URL");
  const { protocol, hostname } = new URL(full);
  return (protocol === "https:" || protocol === "http:") && hostname.includes(".")
    ? value(full)
    : refused("NOT_A_URL");
};

/**
 * An INN: 10 digits of an organisation, 12 of a person; the zero a spreadsheet dropped is put back. A wrong check digit
 * is a warning (order of the Federal Tax Service of 29.06.2012, ММВ-7-6/435@). Other countries' ids pass by length.
 */
export const parseTaxId: Parse<string> = (cell: Cell): Parsed<string> => {
  const text = textOf(cell).replaceAll(/[\s\u00a0-]/g, "");
  if (text === "") return blank;
  if (!/^[A-Z\d]{8,15}$/i.test(text)) return refused("NOT_A_TAX_ID");
  if (!/^\d+$/.test(text)) return value(text.toUpperCase());
  const padded = text.length === 9 || text.length === 11 ? `0${text}` : text;
  if (padded.length !== text.length) return hasInnChecksum(padded) ? value(padded) : value(text, "CHECKSUM");
  return value(text, hasInnChecksum(text) || ![10, 12].includes(text.length) ? undefined : "CHECKSUM");
};

const WEIGHTS = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** Do the check digits of an INN agree? */
export function hasInnChecksum(inn: string): boolean {
  if (!/^(?:\d{10}|\d{12})$/.test(inn)) return false;
  const digits = inn.split("").map(Number);
  const check = (length: number) => {
    const weights = WEIGHTS.slice(WEIGHTS.length - length);
    const sum = weights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
    return (sum % 11) % 10 === digits[length];
  };
  return inn.length === 10 ? check(9) : check(10) && check(11);
}
