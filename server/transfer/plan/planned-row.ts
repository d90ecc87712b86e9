import type { CellError, CellWarning } from "../contract";
import type { Cell, RowFault } from "../read/table";

/** What is wrong with a cell; `column` is null for a required field that no column fills. */
export type CellProblem = { column: number | null; field: string; code: CellError };
/** What was done to a cell; `line` is where the same key stood first. */
export type CellNotice = { column: number; field: string; code: CellWarning; line?: number };

/** A row ready to be written, unless it has a fault or errors. Its cells stay for the report. */
export type PlannedRow = {
  line: number;
  values: Record<string, unknown>;
  errors: readonly CellProblem[];
  warnings: readonly CellNotice[];
  fault: RowFault | null;
  cells: readonly Cell[];
};

/** Is this row to be written? */
export function isAccepted(row: PlannedRow): boolean {
  return row.fault === null && row.errors.length === 0;
}
