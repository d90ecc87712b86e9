import { PassThrough } from "node:stream";
import ExcelJS from "exceljs";
import { type Context, currencyDigits } from "@/server/platform";
import { humanCell } from "./human-values";
import type { Export } from "./pages";

/** A workbook written as it is read from the database. Cells are values and never formulas, whatever they begin with. */
export async function* workbook(
  ctx: Context,
  { fields, pages, currencyOf }: Export,
): AsyncGenerator<Uint8Array> {
  const stream = new PassThrough();
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const written = write().catch((error: unknown) => void stream.destroy(error as Error));
  for await (const chunk of stream) yield chunk as Uint8Array;
  await written;

  async function write(): Promise<void> {
    const sheet = book.addWorksheet("Pult");
    sheet.columns = fields.map((field) => ({
      header: field.label[ctx.language],
      width: field.type === "text" || field.type === "link" ? 28 : 16,
      style: { numFmt: formatOf(field.type, field.days) },
    }));
    for await (const { records, names } of pages) {
      for (const { values } of records) {
        const words = { names, currency: currencyOf(values) };
        sheet
          .addRow(fields.map((field) => local(ctx, field, humanCell(ctx, field, values[field.key], words))))
          .commit();
      }
      if (stream.writableNeedDrain) await new Promise((resolve) => stream.once("drain", resolve));
    }
    sheet.commit();
    await book.commit();
  }

  function formatOf(type: string, days: boolean | undefined): string {
    if (type === "money") return `#,##0.${"0".repeat(Math.max(1, currencyDigits(ctx.currency)))}`;
    if (type === "date" || days) return "dd.mm.yyyy";
    return type === "datetime" ? "dd.mm.yyyy hh:mm" : "General";
  }
}

// A sheet knows no time zones: an instant is written as the workspace's wall time.
function local(ctx: Context, field: { days?: boolean | undefined }, value: ReturnType<typeof humanCell>) {
  if (!(value instanceof Date) || field.days) return value;
  const wall = new Intl.DateTimeFormat("sv-SE", {
    ...{ timeZone: ctx.timeZone, dateStyle: "short", timeStyle: "medium" },
  }).format(value);
  return new Date(`${wall.replace(" ", "T")}Z`);
}
