import { type Bytes, peek } from "./bytes";
import type { Encoding } from "./detect-encoding";
import { readCsv } from "./read-csv";
import { readHtml } from "./read-html";
import { readJsonl } from "./read-jsonl";
import { readXlsx } from "./read-xlsx";
import type { Delimiter } from "./split-rows";
import { type Table, UnreadableFile } from "./table";

export type FileKind = "csv" | "xlsx" | "html" | "jsonl";

const LARGEST_WORKBOOK = 50 * 1024 * 1024;

export type TableOptions = {
  encoding?: Encoding | null | undefined;
  delimiter?: Delimiter | null | undefined;
  sheet?: string | null | undefined;
};

export type ReadTable = Table & {
  encoding: Encoding | null;
  delimiter: Delimiter | null;
  sheet: string | null;
  sheets: string[];
};

/** What a file is, by its first bytes and not by its name. @throws UnreadableFile EMPTY, OLD_EXCEL */
export function kindOf(sample: Buffer): FileKind {
  if (sample.length === 0) throw new UnreadableFile("EMPTY");
  if (sample.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    throw new UnreadableFile("OLD_EXCEL");
  if (sample.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) return "xlsx";
  if (sample.subarray(0, 5).toString("latin1") === "%PDF-") throw new UnreadableFile("NOT_A_SPREADSHEET");
  if (/^(?:\uFEFF)?\s*\{\s*"/.test(sample.toString("utf8", 0, 200))) return "jsonl";
  const head = sample.toString("latin1", 0, 2000);
  return /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|html|head|meta|table|style|\?xml)\b/i.test(head)
    ? "html"
    : "csv";
}

/** Opens a table of any kind. @throws UnreadableFile */
export async function readTable(bytes: Bytes, kind: FileKind, options: TableOptions): Promise<ReadTable> {
  const none = { encoding: null, delimiter: null, sheet: null, sheets: [] };
  if (kind === "jsonl") return { ...none, ...(await readJsonl(bytes)) };
  if (kind === "html") return { ...none, ...(await readHtml(bytes)) };
  if (kind === "xlsx")
    return { ...none, ...(await readXlsx(await whole(bytes), { sheet: options.sheet ?? undefined })) };
  return {
    ...none,
    ...(await readCsv(bytes, {
      ...(options.encoding && { encoding: options.encoding }),
      ...(options.delimiter && { delimiter: options.delimiter }),
    })),
  };
}

async function whole(bytes: Bytes): Promise<Buffer> {
  const { sample } = await peek(bytes, LARGEST_WORKBOOK + 1);
  if (sample.length > LARGEST_WORKBOOK) throw new UnreadableFile("TOO_LARGE");
  return sample;
}
