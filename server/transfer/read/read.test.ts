import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { detectShape } from "./detect-delimiter";
import { detectEncoding, type Encoding } from "./detect-encoding";
import { type CsvOptions, readCsv } from "./read-csv";
import { type Delimiter, delimiters } from "./split-rows";
import type { Cell } from "./table";

const TEXT = "Название сделки;Бюджет\r\nПоставка кирпича, 40 т;1 234,50\r\n";

describe("encoding", () => {
  const cases: [string, Buffer, Encoding, string][] = [
    ["UTF-8", Buffer.from(TEXT), "utf-8", "validity"],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${TEXT}`), "utf-8", "bom"],
    ["plain Latin", Buffer.from("id,name\n1,Smith\n"), "utf-8", "validity"],
    ["Windows-1251", iconv.encode(TEXT, "windows-1251"), "windows-1251", "letters"],
    [
      "Windows-1251 in capitals",
      iconv.encode("ИМЯ;ТЕЛЕФОН\nИВАН;1", "windows-1251"),
      "windows-1251",
      "letters",
    ],
    ["UTF-16 LE with a mark", iconv.encode(TEXT, "utf-16le", { addBOM: true }), "utf-16le", "bom"],
    ["UTF-16 BE with a mark", iconv.encode(TEXT, "utf-16be", { addBOM: true }), "utf-16be", "bom"],
    ["UTF-16 LE", iconv.encode(TEXT, "utf-16le"), "utf-16le", "zeros"],
    ["UTF-16 BE", iconv.encode(TEXT, "utf-16be"), "utf-16be", "zeros"],
    ["Latin in UTF-16 LE", iconv.encode("id\tname\n1\tSmith\n", "utf-16le"), "utf-16le", "zeros"],
    [
      "UTF-8 with a broken byte",
      Buffer.concat([Buffer.from(TEXT), Buffer.from([0xff]), Buffer.from(TEXT)]),
      "utf-8",
      "letters",
    ],
    ["UTF-8 with a NUL", Buffer.from("имя;тел\nИван\0;1\n"), "utf-8", "validity"],
  ];
  test.each(cases)("%s is recognised", (_, bytes, encoding, by) => {
    expect(detectEncoding(bytes)).toMatchObject({ encoding, by });
  });

  test("UTF-8 cut anywhere is still UTF-8", () => {
    const bytes = Buffer.from(`${TEXT}🙂 €`);
    for (let end = 1; end <= bytes.length; end++)
      expect(detectEncoding(bytes.subarray(0, end)).encoding).toBe("utf-8");
  });

  const russian = fc.array(
    fc.constantFrom(
      "Иванов",
      "поставка",
      "сделка",
      "Оплачено",
      "ул. Ленина",
      "12,5",
      "№ 7",
      "ООО «Вектор»",
      "ёлка",
    ),
    { minLength: 3, maxLength: 30 },
  );
  test("any Russian table survives any encoding and any cut between chunks", async () => {
    await fc.assert(
      fc.asyncProperty(
        russian,
        fc.constantFrom<Encoding>("utf-8", "utf-16le", "utf-16be", "windows-1251"),
        fc.boolean(),
        fc.integer({ min: 1, max: 7 }),
        async (words, encoding, addBOM, size) => {
          const text = `Имя;Примечание\n${words.map((word) => `${word};x`).join("\n")}\n`;
          const bytes = iconv.encode(text, encoding, { addBOM: addBOM && encoding !== "windows-1251" });
          const read = await all(chunks(bytes, size));
          expect(read.encoding).toBe(encoding);
          expect(read.header).toEqual(["Имя", "Примечание"]);
          expect(read.rows.map((row) => row.cells[0])).toEqual(words);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("delimiter", () => {
  const cases: [string, string, Delimiter][] = [
    ["semicolons, decimal commas inside", "a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n", ";"],
    ["commas, semicolons in quotes", 'a,b\n"x;y;z",1\n"x;y;z",2\n', ","],
    ["tabs", "a\tb\tc\n1, 2\t3\t4\n", "\t"],
    ["bars", "a|b\n1;1|2\n", "|"],
    ["quoted line breaks", 'a;b\n"x,\n,y\n,z";1\n"x,,,y";2\n', ";"],
    ["named by a sep line", "sep=|\na;b|c\n1;2|3\n", "|"],
    ["rows shorter than the header", "a;b;c;d\n1\n1;2\n1;2;3;4\n", ";"],
    ["one column", "Email\na@example.com\n", ","],
    ["a header alone", "ID;Имя;Телефон", ";"],
    ["an address with commas in every row", "Имя;Адрес\nА;Москва, Тверская, 1\nБ;Тула, Мира, 2\n", ";"],
  ];
  test.each(cases)("%s", (_, text, delimiter) => {
    expect(detectShape(text).delimiter).toBe(delimiter);
  });
});

describe("rows", () => {
  const cases: [string, string, (string | null)[][]][] = [
    [
      "CRLF",
      "a;b\r\n1;2\r\n3;4\r\n",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    [
      "CR alone",
      "a;b\r1;2\r3;4",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["no last line break", "a;b\n1;2", [["1", "2"]]],
    ["blank lines", "\n\na;b\n\n1;2\n;\n \n", [["1", "2"]]],
    ["trailing delimiters", "a;b;;\n1;2;;\n", [["1", "2"]]],
    ["a short row", "a;b;c\n1\n", [["1", "", ""]]],
    ["quotes", 'a;b\n"x;""y""\nz";2\n', [['x;"y"\nz', "2"]]],
    ["an empty quoted cell", 'a;b\n"";2\n', [["", "2"]]],
    ["four quotes", 'a;b\n"""";2\n', [['"', "2"]]],
    ["inner quotes nobody doubled", 'a;b\n"ООО "Ромашка"";2\n', [['ООО "Ромашка"', "2"]]],
    ["inches", 'a;b\nтруба 5";2\n', [['труба 5"', "2"]]],
    ["a blank after the quote", 'a;b\n"x" ;2\n', [["x", "2"]]],
    ["a sep line", "sep=;\r\na;b\r\n1;2\r\n", [["1", "2"]]],
  ];
  test.each(cases)("%s", async (_, text, expected) => {
    for (const size of [1, 2, 3, 1000]) {
      const read = await all(chunks(Buffer.from(text), size));
      expect(read.rows.map((row) => row.cells)).toEqual(expected);
      expect(read.rows.every((row) => row.fault === null)).toBe(true);
    }
  });

  test("a row at fault is kept with its line and its reason", async () => {
    const text = 'a;b\n1;2\n"x\ny";2\n1;2;3\nN\0;1\n"never closed;1\n5;6\n';
    const read = await all([Buffer.from(text)]);
    expect(read.rows.map((row) => [row.line, row.fault])).toEqual([
      [2, null],
      [3, null],
      [5, "TOO_MANY_CELLS"],
      [6, "UNSTORABLE"],
      [7, "QUOTE_NOT_CLOSED"],
      [8, null],
    ]);
    expect(read.rows[2]?.cells).toEqual(["1", "2", "3"]);
  });

  test("half a surrogate pair is refused in its row alone", async () => {
    const bytes = iconv.encode("a;b\nx;1\ny;2\n", "utf-16le", { addBOM: true });
    bytes.writeUInt16LE(0xd800, 2 + 4 * 2);
    const read = await all([bytes]);
    expect(read.rows.map((row) => row.fault)).toEqual(["UNSTORABLE", null]);
  });

  test("a line without an end does not fill the memory", async () => {
    const read = await all(
      (function* () {
        yield Buffer.from("a;b\n");
        for (let i = 0; i < 40; i++) yield Buffer.alloc(100_000, "x");
        yield Buffer.from("\n1;2\n");
      })(),
    );
    expect(read.rows.at(-1)).toMatchObject({ cells: ["1", "2"], fault: null });
    expect(read.rows.slice(0, -1).map((row) => row.fault)).toContain("ROW_TOO_LONG");
  });

  test("what many open quotes cost is bounded, and no row is lost", async () => {
    const lines = 60_000;
    const began = performance.now();
    const read = await all(chunks(Buffer.from(`a;b\n${'"x;y\n'.repeat(lines)}`), 65_536));
    expect(read.rows).toHaveLength(lines);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test.each([
    ["nothing", Buffer.alloc(0), "EMPTY"],
    ["blank lines alone", Buffer.from("\n \r\n\t\n"), "EMPTY"],
    ["the old Excel format", Buffer.from("d0cf11e0a1b11ae1", "hex"), "OLD_EXCEL"],
    ["a web page", Buffer.from("<!DOCTYPE html><p>Sign in"), "WEB_PAGE"],
  ])("%s is not a table", async (_, bytes, fault) => {
    await expect(readCsv([bytes])).rejects.toMatchObject({ fault });
  });
});

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."aя;,\t|\"\n\r '=ё".split("")) }),
  fc.string({ unit: "grapheme" }).filter((text) => text.isWellFormed() && !text.includes("\0")),
);

test("every table that is quoted by the book reads as csv-parse reads it, in chunks of any size", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .integer({ min: 2, max: 5 })
        .chain((width) =>
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
        ),
      fc.constantFrom(...delimiters),
      fc.constantFrom("\n", "\r\n"),
      fc.integer({ min: 1, max: 40 }),
      async (table, delimiter, newline, size) => {
        const header = (table[0] ?? []).map((_, index) => `h${index}`);
        const text = stringify([header, ...table], {
          delimiter,
          record_delimiter: newline,
          quoted_match: /["\r\n;,\t|]|^ | $/,
        });
        const expected: string[][] = parse(text, { delimiter, record_delimiter: newline });
        const read = await all(chunks(Buffer.from(text), size), {
          encoding: "utf-8",
          delimiter,
          blankRows: true,
        });
        expect([read.header, ...read.rows.map((row) => row.cells)]).toEqual(expected);
        expect(read.rows.every((row) => row.fault === null)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test("whatever bytes come, reading ends with rows or with a reason", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      try {
        const { header, rows } = await all([bytes]);
        for (const row of rows)
          if (row.fault === null) {
            expect(row.cells).toHaveLength(header.length);
            expect(
              row.cells.every((one) => typeof one === "string" && one.isWellFormed() && !one.includes("\0")),
            ).toBe(true);
          }
      } catch (error) {
        expect(error).toHaveProperty("fault");
      }
    }),
    { numRuns: 1000 },
  );
});

async function all(bytes: Iterable<Uint8Array>, options: CsvOptions = {}) {
  const table = await readCsv(bytes, options);
  const rows: { line: number; cells: Cell[]; fault: string | null }[] = [];
  for await (const row of table.rows) rows.push(row);
  return { ...table, rows };
}

function chunks(bytes: Buffer, size: number): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) parts.push(bytes.subarray(at, at + size));
  return parts;
}
