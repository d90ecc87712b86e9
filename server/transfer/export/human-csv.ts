import { stringify } from "csv-stringify/sync";
import type { Context } from "@/server/platform";
import { type Column, rowsOf } from "./columns";
import { humanText } from "./human-values";
import type { Export } from "./pages";
import { safeCell } from "./safe-cell";

/** A table for people, as the spreadsheets of their language open it. */
export async function* humanCsv(
  ctx: Context,
  { pages }: Pick<Export, "pages">,
  columns: readonly Column[],
): AsyncGenerator<string> {
  // Excel takes the delimiter of its language, and UTF-8 only behind a byte order mark.
  const options = { delimiter: ctx.language === "ru" ? ";" : ",", record_delimiter: "\r\n" };
  yield `\uFEFF${stringify([columns.map(({ label }) => safeCell(label[ctx.language]))], options)}`;
  for await (const page of pages) {
    const rows = await rowsOf(ctx, columns, page);
    yield stringify(
      rows.map((cells) => cells.map((cell) => humanText(ctx, cell))),
      options,
    );
  }
}
