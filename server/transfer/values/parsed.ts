import type { CellError, CellWarning } from "../contract";
import type { Cell } from "../read/table";

/** What a cell says: nothing, a value (with a warning, perhaps), or why not. */
export type Parsed<T> =
  | { kind: "blank"; warning?: CellWarning }
  | { kind: "value"; value: T; warning?: CellWarning }
  | { kind: "refused"; code: CellError };

export type Parse<T = unknown> = (cell: Cell) => Parsed<T>;

/** What an id that a row names is called where it comes from; undefined when the row does not say. */
export type NameOf = (id: string) => string | undefined;

export const blank = { kind: "blank" } as const;
/** Something stood there that the organization does not have, and by choice it is left out. */
export const leftBlank = { kind: "blank", warning: "LEFT_BLANK" } as const;

export function value<T>(found: T, warning?: CellWarning): Parsed<T> {
  return warning ? { kind: "value", value: found, warning } : { kind: "value", value: found };
}

export function refused(code: CellError): { kind: "refused"; code: CellError } {
  return { kind: "refused", code };
}

/** A cell's text, trimmed, without the apostrophe that keeps spreadsheets from running it as a formula. */
export function textOf(cell: Cell): string {
  if (typeof cell !== "string") return typeof cell === "number" ? decimalText(cell) : String(cell);
  const text = cell.trim();
  return text.charCodeAt(0) === 39 && /^'+[=+\-@\t\r＝＋－＠\d]/.test(text) ? text.slice(1) : text;
}

/** A number's shortest decimal digits, never with an exponent. */
export function decimalText(number: number): string {
  const text = String(number);
  return text.includes("e")
    ? number.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 })
    : text;
}

/** For comparing what people write: no case, no ё, single spaces. */
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll("ё", "е").replaceAll(/\s+/g, " ").trim();
}

const REMEMBERED = 2000;

/** The same parser, with the texts that came before remembered: a column of owners or stages repeats a few. */
export function remembering<T>(parse: Parse<T>): Parse<T> {
  const known = new Map<Cell, Parsed<T>>();
  return function parseOrRecall(cell: Cell): Parsed<T> {
    const before = known.get(cell);
    if (before) return before;
    const found = parse(cell);
    if (known.size < REMEMBERED) known.set(cell, found);
    return found;
  };
}
