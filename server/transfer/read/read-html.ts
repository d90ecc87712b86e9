import { type Bytes, decode, peek } from "./bytes";
import { detectEncoding } from "./detect-encoding";
import { fitRow, headerNames } from "./read-csv";
import { isBlankCell, isStorable, type SourceRow, type Table, UnreadableFile } from "./table";

const SAMPLE = 64 * 1024;
const ROW = /<tr\b[^>]*>([\s\S]*?)(?=<\/tr>|<tr\b|<\/table>)/gi;
const CELL = /<t[dh]\b[^>]*>([\s\S]*?)(?=<\/t[dh]>|<t[dh]\b|$)/gi;
const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** Reads the rows of a web page's tables: what some systems save under the name of an old workbook. */
export async function readHtml(bytes: Bytes): Promise<Table> {
  const { sample, all } = await peek(bytes, SAMPLE);
  const named = /charset=["']?\s*([\w-]+)/i.exec(sample.toString("latin1"))?.[1]?.toLowerCase();
  const encoding = named === "windows-1251" ? "windows-1251" : detectEncoding(sample).encoding;
  let page = "";
  for await (const text of decode(all, encoding)) page += text;
  const rows = rowsOf(page);
  for (;;) {
    const { value, done } = rows.next();
    if (done) throw new UnreadableFile("EMPTY");
    if (value.cells.every(isBlankCell)) continue;
    const header = headerNames(value.cells);
    return { header, rows: fitted(rows, header.length) };
  }
}

async function* fitted(rows: Iterable<SourceRow>, width: number) {
  for (const row of rows) if (!row.cells.every(isBlankCell)) yield fitRow(row, width);
}

function* rowsOf(page: string): Generator<SourceRow> {
  let line = 0;
  for (const [, inside = ""] of page.matchAll(ROW)) {
    line += 1;
    const cells = Array.from(inside.matchAll(CELL), ([, cell = ""]) => plain(cell));
    yield { line, cells, fault: cells.every(isStorable) ? null : "UNSTORABLE" };
  }
}

function plain(markup: string): string {
  return markup
    .replaceAll(/<br\s*\/?>/gi, "\n")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
      if (name) return NAMED[String(name).toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .trim();
}
