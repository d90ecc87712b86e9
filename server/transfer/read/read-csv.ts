import { type Bytes, decode, peek } from "./bytes";
import { detectShape, type Shape } from "./detect-delimiter";
import { detectEncoding, type Encoding } from "./detect-encoding";
import { type Delimiter, RowSplitter, type SplitRow } from "./split-rows";
import { isBlankCell, type SourceRow, type Table, UnreadableFile } from "./table";

const SAMPLE = 256 * 1024;

export type CsvOptions = {
  /** What a person chose over the guess. */
  encoding?: Encoding;
  delimiter?: Delimiter;
  /** Rows without any text count too: a lossless export has them. */
  blankRows?: boolean;
};

export type CsvTable = Table & { format: "csv"; encoding: Encoding; delimiter: Delimiter };

/**
 * Reads delimited text as it streams in. The first row that is not blank is the header; shorter rows are filled up,
 * rows with text beyond the header are at fault, since their cells have slid.
 * @throws UnreadableFile EMPTY, OLD_EXCEL, WEB_PAGE
 */
export async function readCsv(bytes: Bytes, options: CsvOptions = {}): Promise<CsvTable> {
  const { sample, all } = await peek(bytes, SAMPLE);
  assertText(sample);
  const encoding = options.encoding ?? detectEncoding(sample).encoding;
  const beginning = await sampleText(sample, encoding);
  const shape = detectShape(beginning);
  const delimiter = options.delimiter ?? shape.delimiter;
  const rows = splitRows(decode(all, encoding), { ...shape, delimiter });
  let header: SplitRow | null = null;
  for (;;) {
    const { value, done } = await rows.next();
    if (done) throw new UnreadableFile("EMPTY");
    if (!options.blankRows && value.cells.every(isBlankCell)) continue;
    header = value;
    break;
  }
  const names = options.blankRows ? header.cells : headerNames(header.cells);
  return {
    format: "csv",
    encoding,
    delimiter,
    header: names,
    rows: fitted(rows, names.length, options.blankRows ?? false),
  };
}

async function* splitRows(text: AsyncIterable<string>, shape: Shape): AsyncGenerator<SplitRow> {
  const splitter = new RowSplitter(shape.delimiter, shape.newline);
  let skip = shape.sepLine ? 1 : 0;
  for await (const piece of text) {
    for (const row of splitter.push(piece))
      if (skip > 0) skip -= 1;
      else yield row;
  }
  for (const row of splitter.end())
    if (skip > 0) skip -= 1;
    else yield row;
}

async function* fitted(rows: AsyncIterable<SplitRow>, width: number, blankRows: boolean) {
  for await (const row of rows) {
    if (!blankRows && row.fault === null && isBlankRow(row.cells)) continue;
    yield fitRow(row, width);
  }
}

/** The row in exactly `width` cells; cells with text beyond them are kept and make the row faulty. */
export function fitRow(row: SourceRow, width: number): SourceRow {
  const { cells } = row;
  if (cells.length === width) return row;
  while (cells.length < width) cells.push("");
  if (cells.length > width) {
    while (cells.length > width && isBlankCell(cells.at(-1))) cells.pop();
    if (cells.length > width && row.fault === null) return { ...row, fault: "TOO_MANY_CELLS" };
  }
  return row;
}

/** Trimmed names, without the empty ones that trailing delimiters leave. */
export function headerNames(cells: readonly unknown[]): string[] {
  const names = cells.map((cell) => String(cell).replaceAll(/\s+/g, " ").trim());
  while (names.length > 1 && names.at(-1) === "") names.pop();
  return names;
}

function isBlankRow(cells: string[]): boolean {
  for (const cell of cells) if (cell !== "" && cell.trim() !== "") return false;
  return true;
}

async function sampleText(sample: Uint8Array, encoding: Encoding): Promise<string> {
  let text = "";
  for await (const piece of decode([sample], encoding)) text += piece;
  return text;
}

/** Files named .csv or .xls that are something else are refused by what they are. */
function assertText(sample: Buffer): void {
  if (sample.length === 0) throw new UnreadableFile("EMPTY");
  if (sample.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    throw new UnreadableFile("OLD_EXCEL");
  if (/^\uFEFF?\s*<(!doctype|html|head|meta|table)\b/i.test(sample.toString("utf8", 0, 200)))
    throw new UnreadableFile("WEB_PAGE");
}
