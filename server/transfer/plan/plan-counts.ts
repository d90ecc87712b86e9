import type { Choice } from "../values/choices";
import { textOf } from "../values/parsed";
import { isAccepted, type PlannedRow } from "./planned-row";

/** Different texts remembered of each field; past it a person would not map them by hand. */
const TEXTS = 1000;
const LONGEST = 200;

/** What a plan comes to, growing with each row. */
export class PlanCounts {
  rows = 0;
  imported = 0;
  rejected = 0;
  /** Rows that repeat a key of a row before them. */
  duplicates = 0;
  /** Code of an error or fault -> in how many cells or rows. */
  readonly errors = new Map<string, number>();
  readonly warnings = new Map<string, number>();
  /** Field -> text the organization has no option, member or stage for -> how often. */
  readonly unknown = new Map<string, Map<string, number>>();
  /** Field -> options to be created -> how often. */
  readonly create = new Map<string, Map<string, number>>();

  add(row: PlannedRow): PlannedRow {
    this.rows += 1;
    if (isAccepted(row)) {
      this.imported += 1;
      this.addNew(row.values);
    } else this.rejected += 1;
    if (row.fault !== null) raise(this.errors, row.fault);
    for (const { code, field, column } of row.errors) {
      raise(this.errors, code);
      if (namesNothing(code) && column !== null) note(this.unknown, field, textOf(row.cells[column] ?? ""));
    }
    for (const { code, field, column } of row.warnings) {
      raise(this.warnings, code);
      if (code === "LEFT_BLANK") note(this.unknown, field, textOf(row.cells[column] ?? ""));
    }
    if (row.warnings.some((one) => one.code === "DUPLICATE_IN_FILE")) this.duplicates += 1;
    return row;
  }

  private addNew(values: Record<string, unknown>): void {
    for (const field in values) {
      const value = values[field];
      if (typeof value !== "object" || value === null) continue;
      for (const one of (Array.isArray(value) ? value : [value]) as (Choice | object)[])
        if (typeof one === "object" && "create" in one) note(this.create, field, one.create);
    }
  }
}

/** Does a text stand there that the workspace has nothing for? */
function namesNothing(code: string): boolean {
  return code === "NAME_TOO_LONG" || (code.startsWith("NO_SUCH_") && code !== "NO_SUCH_DAY");
}

function raise(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function note(counts: Map<string, Map<string, number>>, field: string, text: string): void {
  const texts = counts.get(field) ?? new Map<string, number>();
  counts.set(field, texts);
  const key = text.slice(0, LONGEST);
  if (texts.has(key) || texts.size < TEXTS) raise(texts, key);
}
