import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import { fitRow, headerNames } from "./read-csv";
import { type Cell, isBlankCell, isStorable, type SourceRow, type Table, UnreadableFile } from "./table";
import { unpackedSize } from "./unpacked-size";

const MOST_ROWS = 1_048_576;
const MOST_UNPACKED = 1024 * 1024 * 1024;

export type XlsxTable = Table & { sheet: string; sheets: string[] };

/**
 * Reads one sheet of a workbook as it unpacks; the first one unless another is named. The first row that is not blank is
 * the header. Days and times come as wall time, formulas as their results.
 * @throws UnreadableFile NOT_A_SPREADSHEET, BROKEN_SPREADSHEET, NO_SUCH_SHEET, UNPACKS_TOO_LARGE, EMPTY
 */
export async function readXlsx(
  file: Buffer,
  options: { sheet?: string | undefined } = {},
): Promise<XlsxTable> {
  const size = unpackedSize(file);
  if (size === null) throw new UnreadableFile("NOT_A_SPREADSHEET");
  if (size > MOST_UNPACKED) throw new UnreadableFile("UNPACKS_TOO_LARGE");
  const sheets = await sheetsOf(file);
  const sheet = options.sheet ?? sheets[0];
  if (sheet === undefined) throw new UnreadableFile("EMPTY");
  if (!sheets.includes(sheet)) throw new UnreadableFile("NO_SUCH_SHEET");
  const rows = rowsOf(file, sheet);
  for (;;) {
    const { value, done } = await rows.next();
    if (done) throw new UnreadableFile("EMPTY");
    if (value.cells.every(isBlankCell)) continue;
    const header = headerNames(value.cells);
    return { sheet, sheets, header, rows: fitted(rows, header.length) };
  }
}

async function* fitted(rows: AsyncIterable<SourceRow>, width: number) {
  for await (const row of rows) if (!row.cells.every(isBlankCell)) yield fitRow(row, width);
}

function reader(file: Buffer) {
  const options = {
    worksheets: "emit",
    sharedStrings: "cache",
    styles: "cache",
    hyperlinks: "ignore",
    entries: "ignore",
  } as const;
  return new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([file]), options);
}

async function sheetsOf(file: Buffer): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const sheet of reader(file)) {
      names.push(nameOf(sheet));
      await passOver(sheet);
    }
  } catch (cause) {
    throw new UnreadableFile("BROKEN_SPREADSHEET", { cause });
  }
  return names;
}

// A sheet that comes before the workbook's shared parts lies in a file of its own, which goes away as the next sheet is asked
// for. One that nobody has begun to read would be opened after that, and fail where no one can hear it.
async function passOver(sheet: AsyncIterable<unknown>): Promise<void> {
  for await (const _row of sheet) return;
}

async function* rowsOf(file: Buffer, wanted: string): AsyncGenerator<SourceRow> {
  let seen = 0;
  try {
    for await (const sheet of reader(file)) {
      if (nameOf(sheet) !== wanted) {
        await passOver(sheet);
        continue;
      }
      for await (const row of sheet) {
        seen += 1;
        if (seen > MOST_ROWS) throw new UnreadableFile("TOO_LARGE");
        yield rowFrom(row.number, row.values);
      }
    }
  } catch (cause) {
    if (cause instanceof UnreadableFile) throw cause;
    throw new UnreadableFile("BROKEN_SPREADSHEET", { cause });
  }
}

// The name is there as soon as the workbook's own list of sheets was read; the library's types leave it out.
function nameOf(sheet: unknown): string {
  return String((sheet as { name?: string }).name ?? "");
}

function rowFrom(line: number, values: ExcelJS.CellValue[] | Record<string, ExcelJS.CellValue>): SourceRow {
  // Cells are counted from 1: the place before them is empty.
  const cells = Array.from(Array.isArray(values) ? values.slice(1) : Object.values(values), cellFrom);
  const storable = cells.every((cell) => typeof cell !== "string" || isStorable(cell));
  return { line, cells, fault: storable ? null : "UNSTORABLE" };
}

function cellFrom(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return "";
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Date) return wallTime(value);
  if ("richText" in value) return value.richText.map((part) => part.text).join("");
  if ("text" in value) return cellFrom(value.text);
  if ("result" in value) return cellFrom(value.result);
  if ("error" in value) return String(value.error);
  return "";
}

function wallTime(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const text = date.toISOString().slice(0, 19);
  return text.endsWith("T00:00:00") ? text.slice(0, 10) : text;
}
