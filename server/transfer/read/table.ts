/** A cell as the file has it. Dates of a spreadsheet come as wall time, `2026-03-01` or `2026-03-01T10:00:00`. */
export type Cell = string | number | boolean;

export const rowFaults = [
  "UNSTORABLE",
  "QUOTE_NOT_CLOSED",
  "TOO_MANY_CELLS",
  "ROW_TOO_LONG",
  "NOT_JSON",
] as const;
/** Why a row could not be read; such a row is reported, never left out. */
export type RowFault = (typeof rowFaults)[number];

/** A row with the line of the file (CSV) or of the sheet (XLSX) on which it begins, counted from 1. */
export type SourceRow = { line: number; cells: Cell[]; fault: RowFault | null };

/** A file as a header and its rows, to be gone through once. */
export type Table = { header: string[]; rows: AsyncIterable<SourceRow> };

export const fileFaults = [
  "EMPTY",
  "OLD_EXCEL",
  "WEB_PAGE",
  "NOT_A_SPREADSHEET",
  "BROKEN_SPREADSHEET",
  "NO_SUCH_SHEET",
  "TOO_LARGE",
  "UNPACKS_TOO_LARGE",
] as const;
export type FileFault = (typeof fileFaults)[number];

/** The whole file cannot be read; a person's mistake or an attack, told by its code. */
export class UnreadableFile extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault, options?: ErrorOptions) {
    super(`The file cannot be read: ${fault}`, options);
    this.name = "UnreadableFile";
    this.fault = fault;
  }
}

/** Is nothing written there? */
export function isBlankCell(cell: Cell | undefined): boolean {
  return cell === undefined || (typeof cell === "string" && cell.trim() === "");
}

/** Text that Postgres can keep: no NUL, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes("\u0000") && text.isWellFormed();
}
