import type { Mapping, TargetField } from "../contract";
import type { Cell, SourceRow } from "../read/table";
import { type DateOrder, shownOrder } from "../values/dates";
import { type DecimalMark, shownMark } from "../values/decimal";
import { splitCurrency } from "../values/money";

/** How the cells of one column are written, as far as its rows have shown. */
export type ColumnStyle = { mark: DecimalMark | null; order: DateOrder; proven: boolean };

type Votes = { ",": number; ".": number; dmy: number; mdy: number };
type Read = "number" | "date";

/** Counts what the rows of a file show about its decimal marks and dates. */
export class StyleEvidence {
  private readonly columns: { column: number; read: Read; votes: Votes }[];

  constructor(mapping: Mapping, fields: readonly TargetField[]) {
    const types = new Map(fields.map((field) => [field.key, field.type]));
    this.columns = mapping.flatMap(({ column, field }): { column: number; read: Read; votes: Votes }[] => {
      const type = types.get(field);
      const votes = { ",": 0, ".": 0, dmy: 0, mdy: 0 };
      if (type === "money" || type === "number") return [{ column, read: "number", votes }];
      return type === "date" || type === "datetime" ? [{ column, read: "date", votes }] : [];
    });
  }

  add(row: SourceRow): void {
    if (row.fault !== null) return;
    for (const { column, read, votes } of this.columns) {
      const shown = show(row.cells[column], read);
      if (shown) votes[shown] += 1;
    }
  }

  /** Column -> its style; what nothing shows follows the language: day before month, but in English. */
  styles(language: "en" | "ru"): Map<number, ColumnStyle> {
    const found = new Map<number, ColumnStyle>();
    for (const { column, votes } of this.columns) {
      const proven = votes.dmy !== votes.mdy;
      const order = proven ? (votes.dmy > votes.mdy ? "dmy" : "mdy") : language === "en" ? "mdy" : "dmy";
      const mark = votes[","] === votes["."] ? null : votes[","] > votes["."] ? "," : ".";
      found.set(column, { mark, order, proven });
    }
    return found;
  }
}

/** Goes through a whole file for its styles; what a preview does, so that the import itself need not guess. */
export async function gatherStyles(
  rows: AsyncIterable<SourceRow>,
  mapping: Mapping,
  settings: { fields: readonly TargetField[]; language: "en" | "ru" },
): Promise<Map<number, ColumnStyle>> {
  const evidence = new StyleEvidence(mapping, settings.fields);
  for await (const row of rows) evidence.add(row);
  return evidence.styles(settings.language);
}

function show(cell: Cell | undefined, read: Read): keyof Votes | null {
  if (typeof cell !== "string" || cell === "") return null;
  if (read === "date") return cell.includes("/") || cell.includes("-") ? shownOrder(cell.trim()) : null;
  return cell.includes(",") || cell.includes(".") ? shownMark(splitCurrency(cell.trim()).amount) : null;
}
