import type { TargetType } from "../contract";
import { type Cell, isBlankCell } from "../read/table";
import { dateParser, shownOrder } from "../values/dates";
import { isEmail, parseEmails } from "../values/emails";
import { moneyParser, numberParser, splitCurrency } from "../values/money";
import { type Parse, textOf } from "../values/parsed";
import { phonesParser } from "../values/phones";
import { hasInnChecksum, parseBoolean } from "../values/simple";

const MOSTLY = 0.8;
const SAMPLE = 200;

export type Looks = { type: TargetType; share: number };

const date = dateParser({ order: "dmy", proven: true });
const usDate = dateParser({ order: "mdy", proven: true });
const money = moneyParser({ mark: null });
const number = numberParser({ mark: null });
const phone = phonesParser("RU");

const reads = (parse: Parse) => (cell: Cell) => parse(cell).kind === "value";

// The narrowest first: a phone is also a number, a date of a spreadsheet too.
const tests: [TargetType, (cell: Cell, text: string) => boolean][] = [
  ["emails", (cell, text) => isEmail(text) || (text.includes("@") && reads(parseEmails)(cell))],
  ["tax_id", (_, text) => /^\d{10}$|^\d{12}$/.test(text) && hasInnChecksum(text)],
  [
    "phones",
    (cell, text) => /^[+\d(]/.test(text) && (text.match(/\d/g)?.length ?? 0) >= 10 && reads(phone)(cell),
  ],
  ["datetime", (cell, text) => /\d:\d\d/.test(text) && isDate(cell, text)],
  ["date", (cell, text) => /[^\d]/.test(text) && isDate(cell, text)],
  ["url", (_, text) => /^(?:https?:\/\/|www\.)\S+$/i.test(text)],
  [
    "money",
    (cell, text) => (splitCurrency(text).currency !== null || /[.,]\d\d$/.test(text)) && reads(money)(cell),
  ],
  ["number", (cell) => reads(number)(cell)],
  ["boolean", (cell, text) => !/^\d/.test(text) && reads(parseBoolean)(cell)],
];

/** What most of a column's values look like; null for ordinary text, or for too few to say. */
export function looksLike(cells: readonly Cell[]): Looks | null {
  const values = cells.filter((cell) => !isBlankCell(cell)).slice(0, SAMPLE);
  if (values.length < 2) return null;
  for (const [type, matches] of tests) {
    const share = values.filter((cell) => matches(cell, textOf(cell))).length / values.length;
    if (share >= MOSTLY) return { type, share };
  }
  const different = new Set(values.map((cell) => textOf(cell).toLowerCase())).size;
  const isList = values.length >= 20 && different <= Math.min(30, values.length / 4);
  return isList ? { type: "list", share: 1 } : null;
}

function isDate(cell: Cell, text: string): boolean {
  return reads(shownOrder(text) === "mdy" ? usDate : date)(cell);
}
