import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { kindOf, readTable } from "./read-table";
import type { SourceRow } from "./table";

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function rowsOf(rows: AsyncIterable<SourceRow>): Promise<unknown[][]> {
  const all: unknown[][] = [];
  for await (const { cells } of rows) all.push(cells);
  return all;
}

describe("a workbook", () => {
  const people = () =>
    workbook((book) => {
      const sheet = book.addWorksheet("Люди");
      sheet.addRow([]);
      sheet.addRow(["Имя", "Сумма", "День", "Когда", "Да?", "Формула", "Ссылка"]);
      const row = sheet.addRow([
        "Ёлка",
        1234.5,
        new Date("2026-03-01T00:00:00Z"),
        new Date("2026-03-01T10:20:30Z"),
        true,
      ]);
      row.getCell(6).value = { formula: "1+1", result: 2 };
      row.getCell(7).value = { text: "сайт", hyperlink: "https://example.com" };
      row.getCell(1).value = { richText: [{ text: "Ёл" }, { text: "ка" }] };
      sheet.addRow(["Только имя"]);
      book.addWorksheet("Другой").addRow(["Name"]);
    });

  it("gives typed cells, wall time for days, results for formulas", async () => {
    const file = await people();
    expect(kindOf(file)).toBe("xlsx");
    const table = await readTable([file], "xlsx", {});
    expect(table).toMatchObject({ sheet: "Люди", sheets: ["Люди", "Другой"] });
    expect(table.header).toEqual(["Имя", "Сумма", "День", "Когда", "Да?", "Формула", "Ссылка"]);
    expect(await rowsOf(table.rows)).toEqual([
      ["Ёлка", 1234.5, "2026-03-01", "2026-03-01T10:20:30", true, 2, "сайт"],
      ["Только имя", "", "", "", "", "", ""],
    ]);
  });

  it("is read by the sheet chosen", async () => {
    const file = await people();
    expect((await readTable([file], "xlsx", { sheet: "Другой" })).header).toEqual(["Name"]);
    await expect(readTable([file], "xlsx", { sheet: "Нет" })).rejects.toMatchObject({
      fault: "NO_SUCH_SHEET",
    });
  });

  it("that is broken, or no workbook at all, is refused", async () => {
    const file = await people();
    const broken = Buffer.from(file);
    broken.fill(0, 200, 1200);
    await expect(readTable([broken], "xlsx", {}).then((table) => rowsOf(table.rows))).rejects.toMatchObject({
      name: "UnreadableFile",
    });
    await expect(readTable([file.subarray(0, 500)], "xlsx", {})).rejects.toMatchObject({
      fault: "NOT_A_SPREADSHEET",
    });
  });

  it("that says it unpacks to more than a gigabyte is not unpacked", async () => {
    const file = await people();
    const entry = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    file.writeUInt32LE(2_000_000_000, entry + 24);
    await expect(readTable([file], "xlsx", {})).rejects.toMatchObject({ fault: "UNPACKS_TOO_LARGE" });
  });
});

describe("a web page named .xls", () => {
  const page = `<html><head><meta http-equiv="Content-type" content="text/html;charset=UTF-8"/></head><body>
    <table border=1><tr><td>ID</td><td>Название</td></tr>
    <tr><td>1</td><td>ООО &quot;Ёж&quot; &amp; Ко<br/>вторая&#33; <b>строка</b></td></tr>
    <TR><TD>2</TD><TD></TD></TR></table></body></html>`;

  it("is read as its table", async () => {
    const bytes = Buffer.from(page);
    expect(kindOf(bytes)).toBe("html");
    const table = await readTable([bytes], "html", {});
    expect(table.header).toEqual(["ID", "Название"]);
    expect(await rowsOf(table.rows)).toEqual([
      ["1", 'ООО "Ёж" & Ко\nвторая! строка'],
      ["2", ""],
    ]);
  });
});
