import { keptText } from "../values/kept-text";
import { type Bytes, decode } from "./bytes";
import { isStorable, type RowFault, type SourceRow, type Table, UnreadableFile } from "./table";

const LONGEST_LINE = 1024 * 1024;

type Line = { line: number; text: string };

/**
 * Reads objects, one a line, as our own lossless export writes them: the keys of the first are the header.
 * @throws UnreadableFile EMPTY, NOT_A_SPREADSHEET
 */
export async function readJsonl(bytes: Bytes): Promise<Table> {
  const lines = linesOf(decode(bytes, "utf-8"));
  const { value: first, done } = await lines.next();
  if (done) throw new UnreadableFile("EMPTY");
  const record = objectIn(first.text);
  if (!record) throw new UnreadableFile("NOT_A_SPREADSHEET");
  const header = Object.keys(record);
  async function* rows(): AsyncGenerator<SourceRow> {
    yield rowOf(first as Line, header);
    for await (const line of lines) yield rowOf(line, header);
  }
  return { header, rows: rows() };
}

async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<Line, undefined> {
  let rest = "";
  let line = 0;
  for await (const piece of pieces) {
    const texts = (rest + piece).split("\n");
    rest = texts.pop() ?? "";
    for (const text of texts) {
      line += 1;
      if (text.trim() !== "") yield { line, text };
    }
    // The rest of a line that is refused is not kept, but for what shows that it is too long.
    if (rest.length > LONGEST_LINE) rest = rest.slice(0, LONGEST_LINE + 1);
  }
  if (rest.trim() !== "") yield { line: line + 1, text: rest };
}

function rowOf({ line, text }: Line, header: readonly string[]): SourceRow {
  const record = text.length > LONGEST_LINE ? null : objectIn(text);
  const cells = header.map((key) => keptText(record?.[key]));
  return { line, cells, fault: faultOf(text, record, { header, cells }) };
}

function faultOf(
  text: string,
  record: Record<string, unknown> | null,
  { header, cells }: { header: readonly string[]; cells: readonly string[] },
): RowFault | null {
  if (text.length > LONGEST_LINE) return "ROW_TOO_LONG";
  if (!record) return "NOT_JSON";
  if (Object.keys(record).some((key) => !header.includes(key))) return "TOO_MANY_CELLS";
  return cells.every(isStorable) ? null : "UNSTORABLE";
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null && !Array.isArray(read)
      ? (read as Record<string, unknown>)
      : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
