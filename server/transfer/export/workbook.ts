import { PassThrough } from "node:stream";
import ExcelJS from "exceljs";
import { shownType } from "@/server/fields/contract";
import { type Context, currencyDigits } from "@/server/platform";
import { type Column, rowsOf } from "./columns";
import type { HumanCell } from "./human-values";
import type { Export } from "./pages";

/** A workbook written as it is read from the database. Cells are values and never formulas, whatever they begin with. */
export async function* workbook(
  ctx: Context,
  { pages }: Pick<Export, "pages">,
  columns: readonly Column[],
): AsyncGenerator<Uint8Array> {
  const stream = new PassThrough();
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const written = write().catch((error: unknown) => void stream.destroy(error as Error));
  for await (const chunk of stream) yield chunk as Uint8Array;
  await written;

  async function write(): Promise<void> {
    const sheet = book.addWorksheet("Pult");
    sheet.columns = columns.map(({ label, field }) => ({
      header: label[ctx.language],
      width: !field || field.type === "text" || field.type === "link" ? 28 : 16,
      style: { numFmt: formatOf(field) },
    }));
    for await (const page of pages) {
      for (const cells of await rowsOf(ctx, columns, page)) {
        const row = sheet.addRow(cells.map((cell) => inSheet(ctx, cell)));
        cells.forEach((cell, place) => {
          const format = currencyFormat(cell);
          if (format) row.getCell(place + 1).numFmt = format;
        });
        row.commit();
      }
      if (stream.writableNeedDrain) await new Promise((resolve) => stream.once("drain", resolve));
    }
    sheet.commit();
    await book.commit();
  }

  function formatOf(field: Column["field"]): string {
    const type = field && shownType({ type: field.type, returns: field.custom?.options.returns });
    if (type === "money") return amountFormat(Math.max(1, currencyDigits(ctx.currency)));
    if (type === "date") return "dd.mm.yyyy";
    return type === "datetime" ? "dd.mm.yyyy hh:mm" : "General";
  }
}

function amountFormat(digits: number): string {
  return digits > 0 ? `#,##0.${"0".repeat(digits)}` : "#,##0";
}

/** An amount that is not in its record's currency says its own. */
function currencyFormat(cell: HumanCell): string | null {
  const isAmount = typeof cell === "object" && cell !== null && "amount" in cell;
  return isAmount && cell.currency ? `${amountFormat(cell.digits)} "${cell.currency}"` : null;
}

// A sheet knows no time zones: an instant is written as the workspace's wall time.
function inSheet(ctx: Context, cell: HumanCell): string | number | Date | null {
  if (cell === null || typeof cell !== "object") return cell;
  if ("day" in cell) return new Date(`${cell.day}T00:00:00Z`);
  if ("amount" in cell) return cell.amount;
  const wall = new Intl.DateTimeFormat("sv-SE", {
    ...{ timeZone: ctx.timeZone, dateStyle: "short", timeStyle: "medium" },
  }).format(cell);
  return new Date(`${wall.replace(" ", "T")}Z`);
}
