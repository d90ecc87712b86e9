import { AppError, type Context } from "@/server/platform";
import { type Importable, importable, type Reading } from "../contract";
import { type FileKind, type ReadTable, readTable, type TableOptions } from "../read/read-table";
import { UnreadableFile } from "../read/table";
import { recogniseFormat } from "../recognise/formats";
import { shortened } from "../values/shortened";
import { fileBytes } from "./pieces";

const SAMPLE_ROWS = 50;
const LONGEST_SAMPLE = 200;
const MOST_COLUMNS = 500;

/** Opens a kept file. @throws FILE_UNREADABLE with the fault's code */
export async function openFile(
  ctx: Context,
  job: { id: string; fileKind: FileKind },
  options: TableOptions,
): Promise<ReadTable> {
  return readable(() => readTable(fileBytes(ctx, job.id), job.fileKind, options));
}

/** Says a file's fault as a refusal people can read. */
export async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnreadableFile) throw new AppError("FILE_UNREADABLE", { fault: error.fault });
    throw error;
  }
}

/** Looks at a file's beginning: its header, some rows and who made it. @throws FILE_UNREADABLE */
export async function lookAt(
  ctx: Context,
  job: { id: string; fileKind: FileKind },
  options: TableOptions,
): Promise<{ reading: Reading; entity: Importable | null }> {
  const table = await openFile(ctx, job, options);
  if (table.header.length > MOST_COLUMNS)
    throw new AppError("FILE_UNREADABLE", { fault: "TOO_MANY_COLUMNS" });
  const sample: string[][] = [];
  await readable(async () => {
    for await (const row of table.rows) {
      if (row.fault === null) sample.push(row.cells.map((cell) => shortened(String(cell), LONGEST_SAMPLE)));
      if (sample.length === SAMPLE_ROWS) break;
    }
  });
  const format = recogniseFormat(table.header);
  const { encoding, delimiter, sheet, sheets } = table;
  const header = table.header.map((name) => shortened(name, LONGEST_SAMPLE));
  const lossless = isLossless(header);
  const reading = {
    ...{ header, encoding, delimiter, sheet, sheets, sample, lossless },
    format: lossless ? "Pult" : (format?.name ?? null),
  };
  return { reading, entity: lossless ? losslessEntity(header) : entityOf(format?.entity) };
}

/** Is it our own lossless export of what can be brought in? Its columns are named by the keys of fields. */
function isLossless(header: readonly string[]): boolean {
  const ours = header[0] === "id" && header.includes("createdAt") && header.includes("updatedAt");
  return ours && !header.includes("totalMinor");
}

function losslessEntity(header: readonly string[]): Importable {
  if (header.includes("listId")) return "list_item";
  if (header.includes("stageId")) return header.includes("companyName") ? "lead" : "deal";
  if (header.includes("priceMinor")) return "product";
  return header.includes("companyId") ? "contact" : "company";
}

function entityOf(entity: string | undefined): Importable | null {
  return importable.find((one) => one === entity) ?? null;
}
