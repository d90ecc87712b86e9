import { isStorable, type RowFault } from "./table";

export const delimiters = [";", ",", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

export type SplitRow = { line: number; cells: string[]; fault: RowFault | null };

/** No cell of a customer is longer; past it a quote was never closed. */
const LONGEST_QUOTED = 256 * 1024;
const LONGEST_LINE = 1024 * 1024;
/** A file with so many quotes left open does not quote at all. */
const OPEN_QUOTES = 50;

/**
 * Splits text that comes in pieces into rows. Most lines have no quote and are split by the engine's own `split`,
 * which is what makes it several times faster than a parser that looks at every character.
 *
 * Quotes follow RFC 4180, and what people's exports make of it: `"ООО "Ромашка"";` keeps its inner quotes, and a quote
 * that is never closed costs one row, not the rest of the file.
 */
export class RowSplitter {
  private rest = "";
  private line = 1;
  private openQuotes = 0;
  private readonly delimiter: string;
  private readonly newline: "\n" | "\r";

  constructor(delimiter: Delimiter, newline: "\n" | "\r") {
    this.delimiter = delimiter;
    this.newline = newline;
  }

  push(piece: string): SplitRow[] {
    return this.take(this.rest + piece, false);
  }

  end(): SplitRow[] {
    return this.take(this.rest, true);
  }

  private take(text: string, last: boolean): SplitRow[] {
    const rows: SplitRow[] = [];
    const suspect = !isStorable(text);
    let start = 0;
    while (start < text.length) {
      const found = text.indexOf(this.newline, start);
      if (found < 0 && !last && text.length - start <= LONGEST_LINE) break;
      const end = found < 0 ? text.length : found;
      const written = withoutReturn(text.slice(start, end));
      if (!written.includes('"') || this.openQuotes >= OPEN_QUOTES) {
        rows.push(this.row(written.split(this.delimiter), 1, suspect, faultOf(written)));
        start = end + 1;
        continue;
      }
      const quoted = this.quotedRow(text, start, last);
      if (quoted === "more") break;
      if (quoted === "open") {
        this.openQuotes += 1;
        rows.push(this.row(written.split(this.delimiter), 1, suspect, "QUOTE_NOT_CLOSED"));
        start = end + 1;
        continue;
      }
      rows.push(this.row(quoted.cells, quoted.lines, suspect, null));
      start = quoted.next;
    }
    this.rest = start < text.length ? text.slice(start) : "";
    return rows;
  }

  private row(cells: string[], lines: number, suspect: boolean, fault: RowFault | null): SplitRow {
    const line = this.line;
    this.line += lines;
    return { line, cells, fault: fault ?? (suspect && !cells.every(isStorable) ? "UNSTORABLE" : null) };
  }

  /** A row with quotes in it, `open` when one is never closed, `more` when that cannot be told yet. */
  private quotedRow(text: string, start: number, last: boolean) {
    const cells: string[] = [];
    let at = start;
    let lines = 1;
    for (;;) {
      if (text[at] === '"') {
        const cell = this.quotedCell(text, at, last);
        if (typeof cell === "string") return cell;
        cells.push(cell.value);
        lines += cell.lines;
        at = cell.next;
      } else {
        const stop = this.endOfCell(text, at);
        if (stop === text.length && !last) return "more" as const;
        const bare = text.slice(at, stop);
        cells.push(text[stop] === this.delimiter ? bare : withoutReturn(bare));
        at = stop;
      }
      if (text[at] !== this.delimiter) return { cells, lines, next: at + 1 };
      at += 1;
      if (at === text.length && !last) return "more" as const;
    }
  }

  private quotedCell(text: string, opening: number, last: boolean) {
    let from = opening + 1;
    let doubled = false;
    let sloppy = false;
    for (let at = text.indexOf('"', from); ; at = text.indexOf('"', from)) {
      if (at < 0 || at - opening > LONGEST_QUOTED)
        return last || text.length - opening > LONGEST_QUOTED ? ("open" as const) : ("more" as const);
      if (!last && at + 3 > text.length) return "more" as const;
      // After a bare inner quote, a pair before the cell's end is a quote and the closing one.
      const pair = text[at + 1] === '"' && !(sloppy && this.endsCell(text, at + 2) >= 0);
      if (pair) {
        doubled = true;
        from = at + 2;
        continue;
      }
      const closing = sloppy && text[at + 1] === '"' ? at + 1 : at;
      const next = this.endsCell(text, closing + 1);
      if (next < 0) {
        sloppy = true;
        from = at + 1;
        continue;
      }
      if (next >= text.length && !last) return "more" as const;
      const raw = text.slice(opening + 1, closing);
      return { value: doubled ? raw.replaceAll('""', '"') : raw, lines: this.count(raw), next };
    }
  }

  /** Where the delimiter or line's end after a closing quote is, blanks allowed between; -1 if something else is. */
  private endsCell(text: string, at: number): number {
    let here = at;
    while (text[here] === " ") here += 1;
    if (here >= text.length || text[here] === this.delimiter || text[here] === this.newline) return here;
    return text[here] === "\r" && (here + 1 >= text.length || text[here + 1] === this.newline)
      ? here + 1
      : -1;
  }

  private endOfCell(text: string, at: number): number {
    const delimiter = text.indexOf(this.delimiter, at);
    const newline = text.indexOf(this.newline, at);
    const end = newline < 0 ? text.length : newline;
    return delimiter < 0 || delimiter > end ? end : delimiter;
  }

  private count(raw: string): number {
    let lines = 0;
    for (let at = raw.indexOf(this.newline); at >= 0; at = raw.indexOf(this.newline, at + 1)) lines += 1;
    return lines;
  }
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

function faultOf(line: string): RowFault | null {
  return line.length > LONGEST_LINE ? "ROW_TOO_LONG" : null;
}
