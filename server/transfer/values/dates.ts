import type { Cell } from "../read/table";
import { blank, type Parse, type Parsed, refused, textOf, value } from "./parsed";
import type { ToInstant } from "./zone";

export type DateOrder = "dmy" | "mdy";

/** How a column's dates with slashes are written, and whether a row proved it. */
export type DateStyle = { order: DateOrder; proven: boolean };

type Wall = {
  year: number;
  month: number;
  day: number;
  time: number;
  offset: number | null;
  guessed: boolean;
};

const NUMERIC =
  /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([ap]\.?m\.?))?)?$/i;
const ISO =
  /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;
const WORDS =
  /^(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-zа-яё]+)\.?,?|([a-zа-яё]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?)[\s-]+(\d{4})(?:\s*г(?:\.|ода)?)?(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/i;
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;
/** What amoCRM and databases write for no date. */
const NEVER = /^(?:не закрыт[ао]?|0000-00-00(?: 00:00:00)?|-|—)$/i;
const MONTHS = [
  ["jan", "янв"],
  ["feb", "фев"],
  ["mar", "мар"],
  ["apr", "апр"],
  ["may", "мая", "май"],
  ["jun", "июн"],
  ["jul", "июл"],
  ["aug", "авг"],
  ["sep", "сен"],
  ["oct", "окт"],
  ["nov", "ноя"],
  ["dec", "дек"],
];

/** Reads days as `2026-03-01`; a time of day is left out. */
export function dateParser(style: DateStyle): Parse<string> {
  return function parseDate(cell: Cell): Parsed<string> {
    const wall = readWall(cell, style);
    if (typeof wall === "string") return wall === "blank" ? blank : refused(wall);
    const day = `${wall.year}-${two(wall.month)}-${two(wall.day)}`;
    return value(day, wall.guessed ? "ORDER_GUESSED" : undefined);
  };
}

/** Reads instants, as ISO in UTC; times without an offset are the organization's. A day alone is its midnight. */
export function datetimeParser(style: DateStyle, toInstant: ToInstant): Parse<string> {
  return function parseDatetime(cell: Cell): Parsed<string> {
    const wall = readWall(cell, style);
    if (typeof wall === "string") return wall === "blank" ? blank : refused(wall);
    const local = Date.UTC(wall.year, wall.month - 1, wall.day) + wall.time;
    const instant = wall.offset === null ? toInstant(local) : local - wall.offset;
    return value(new Date(instant).toISOString(), wall.guessed ? "ORDER_GUESSED" : undefined);
  };
}

/** Which of day and month stands first, if this text can only be one of them. */
export function shownOrder(text: string): DateOrder | null {
  const match = NUMERIC.exec(text);
  if (!match) return null;
  if (match[2] === ".") return "dmy";
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (first > 12 && second <= 12) return "dmy";
  return second > 12 && first <= 12 ? "mdy" : null;
}

function readWall(cell: Cell, style: DateStyle): Wall | "blank" | "NOT_A_DATE" | "NO_SUCH_DAY" {
  if (typeof cell === "boolean") return "NOT_A_DATE";
  const text = textOf(cell);
  if (text === "" || NEVER.test(text)) return "blank";
  if (typeof cell === "number" || SERIAL.test(text)) return serial(Number(text.replace(",", ".")));
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const dotted = numeric[2] === ".";
    const order = dotted ? "dmy" : style.order;
    const [first, second] = [Number(numeric[1]), Number(numeric[3])];
    const [day, month] = order === "dmy" ? [first, second] : [second, first];
    const hour = clockHour(Number(numeric[5] ?? 0), numeric[8]);
    const guessed = !dotted && !style.proven && first <= 12 && second <= 12 && first !== second;
    return checked(fullYear(numeric[4] ?? ""), month, day, hour, numeric[6], numeric[7], null, guessed);
  }
  const iso = ISO.exec(text);
  if (iso) {
    const wall = checked(
      Number(iso[1]),
      Number(iso[2]),
      Number(iso[3]),
      Number(iso[4] ?? 0),
      iso[5],
      iso[6],
      iso[8] ? offsetOf(iso[8]) : null,
      false,
    );
    if (typeof wall === "object" && iso[7]) wall.time += Math.floor(Number(`0.${iso[7]}`) * 1000);
    return wall;
  }
  const words = WORDS.exec(text);
  if (!words) return "NOT_A_DATE";
  const name = (words[2] ?? words[3] ?? "").toLowerCase();
  const month = 1 + MONTHS.findIndex((starts) => starts.some((start) => name.startsWith(start)));
  if (month === 0) return "NOT_A_DATE";
  const day = Number(words[1] ?? words[4]);
  return checked(Number(words[5]), month, day, Number(words[6] ?? 0), words[7], words[8], null, false);
}

function checked(
  year: number,
  month: number,
  day: number,
  hour: number,
  minuteText: string | undefined,
  secondText: string | undefined,
  offset: number | null,
  guessed: boolean,
): Wall | "NO_SUCH_DAY" {
  const minute = Number(minuteText ?? 0);
  const second = Number(secondText ?? 0);
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return "NO_SUCH_DAY";
  if (day > 28 && day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return "NO_SUCH_DAY";
  if (hour > 23 || minute > 59 || second > 59) return "NO_SUCH_DAY";
  return { year, month, day, time: ((hour * 60 + minute) * 60 + second) * 1000, offset, guessed };
}

/** Days since 30 December 1899, as spreadsheets count; to the nearest second. */
function serial(days: number): Wall | "NOT_A_DATE" {
  if (!(days >= 1 && days < 109_575)) return "NOT_A_DATE";
  const at = new Date(Math.round(days * 86_400) * 1000 + Date.UTC(1899, 11, 30));
  const midnight = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    time: at.getTime() - midnight,
    offset: null,
    guessed: false,
  };
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year + (year < 70 ? 2000 : 1900);
}

function clockHour(hour: number, half: string | undefined): number {
  if (!half) return hour;
  if (hour < 1 || hour > 12) return 99;
  return (hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
}

function offsetOf(text: string): number {
  if (/^(?:z|utc)$/i.test(text)) return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(-2))];
  return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
