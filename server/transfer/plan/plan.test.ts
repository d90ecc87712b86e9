import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import type { Mapping, TargetField } from "../contract";
import {
  amoDeals,
  bitrixContacts,
  bitrixDeals,
  catalog,
  csvOf,
  type Export,
  surroundings,
} from "../exports.fixture";
import { readCsv } from "../read/read-csv";
import type { SourceRow } from "../read/table";
import { type ImportEntity } from "../recognise/aliases";
import { recogniseColumns } from "../recognise/recognise-columns";
import { type PlanSettings, planRows } from "./plan-rows";
import { isAccepted, type PlannedRow } from "./planned-row";
import { gatherStyles } from "./styles";

test("amoCRM's deals in Windows-1251 come whole into the plan", async () => {
  const bytes = [...csvOf(amoDeals, 500)].map((chunk) => iconv.encode(chunk.toString(), "windows-1251"));
  const { rows, counts } = await planExport(bytes, amoDeals, "deal");
  expect([counts.rows, counts.imported, counts.rejected]).toEqual([500, 500, 0]);
  const [first, , , won] = rows;
  expect(first?.values).toMatchObject({
    externalId: "30000000",
    title: "Сделка #0: поставка 0 т",
    amountMinor: { minor: 0, currency: "RUB" },
    ownerId: "anna",
    createdAt: "2019-12-31T21:00:00.000Z",
    tags: ["VIP", "опт"],
    notes: ['Просил "перезвонить"; после 18\nи до 20'],
    pipelineId: "sales",
    stageId: "first",
    "contact.emails": ["client0@example.com"],
    utmSource: "yandex",
  });
  expect(first?.values["contact.phones"]).toHaveLength(2);
  expect(first?.values).not.toHaveProperty("closesAt");
  expect(won?.values).toMatchObject({ stageId: "won", amountMinor: { minor: 2345139 } });
  expect(rows[10]?.line).toBe(13);
});

test("Bitrix24's contacts and deals come whole into the plan", async () => {
  const contacts = await planExport([...csvOf(bitrixContacts, 300)], bitrixContacts, "contact");
  expect([contacts.counts.imported, contacts.counts.rejected]).toEqual([300, 0]);
  expect(contacts.rows[0]?.values.phones).toHaveLength(3);
  const deals = await planExport([...csvOf(bitrixDeals, 300)], bitrixDeals, "deal");
  expect([deals.counts.imported, deals.counts.rejected]).toEqual([300, 0]);
  expect(deals.rows.slice(0, 3).map((row) => row.values.amountMinor)).toEqual([
    { minor: 0, currency: "RUB" },
    { minor: 3701, currency: "USD" },
    { minor: 7402, currency: "RUB" },
  ]);
  expect(deals.rows[1]?.values.stageId).toBe("won");
});

const fields: TargetField[] = [
  field("externalId", "external_id"),
  { ...field("title", "text"), required: true },
  field("amount", "money"),
  field("date", "date"),
  { ...field("phones", "phones"), many: true },
  { ...field("emails", "emails"), many: true },
  field("ownerId", "member"),
  { ...field("kind", "list"), options: [{ id: "retail", label: "Розница" }] },
];

test("errors name the column and the reason, and the row keeps its cells", async () => {
  const { rows, counts } = await planCells(
    [
      ["Кирпич", "много", "32.01.2026"],
      ["", "5", ""],
    ],
    ["title", "amount", "date"],
  );
  expect(rows[0]?.errors).toEqual([
    { column: 1, field: "amount", code: "NOT_MONEY" },
    { column: 2, field: "date", code: "NO_SUCH_DAY" },
  ]);
  expect(rows[0]?.cells).toEqual(["Кирпич", "много", "32.01.2026"]);
  expect(rows[1]?.errors).toEqual([{ column: 0, field: "title", code: "REQUIRED" }]);
  expect([counts.rows, counts.imported, counts.rejected]).toEqual([2, 0, 2]);
  expect(Object.fromEntries(counts.errors)).toEqual({ NOT_MONEY: 1, NO_SUCH_DAY: 1, REQUIRED: 1 });
});

test("a required field without a column is missed in every row", async () => {
  const { rows } = await planCells([["5"]], ["amount"]);
  expect(rows[0]?.errors).toEqual([{ column: null, field: "title", code: "REQUIRED" }]);
});

test("one row that proves the order of day and month settles it for the column", async () => {
  const american = await planCells(
    [
      ["a", "01/02/2026"],
      ["b", "02/28/2026"],
    ],
    ["title", "date"],
  );
  expect(american.rows.map((row) => row.values.date)).toEqual(["2026-01-02", "2026-02-28"]);
  const unproven = await planCells([["a", "01/02/2026"]], ["title", "date"]);
  expect(unproven.rows[0]).toMatchObject({
    values: { date: "2026-02-01" },
    warnings: [{ code: "ORDER_GUESSED" }],
  });
});

test("one row that proves the decimal mark settles it for the column", async () => {
  const { rows } = await planCells(
    [
      ["a", "1,234"],
      ["b", "0,5"],
    ],
    ["title", "amount"],
  );
  expect(rows[0]).toMatchObject({ values: { amount: { minor: 123 } }, warnings: [{ code: "ROUNDED" }] });
});

test("proof that comes after the first thousand rows counts when the file was gone through before", async () => {
  const cells = [...Array.from({ length: 1500 }, () => ["a", "01/02/2026"]), ["b", "12/31/2026"]];
  const mapping = mappingOf(["title", "date"]);
  const styles = await gatherStyles(source(cells), mapping, { fields, language: "ru" });
  const { rows, counts } = await planCells(cells, ["title", "date"], { styles });
  expect(rows[0]?.values.date).toBe("2026-01-02");
  expect(counts.rejected).toBe(0);
  expect((await planCells(cells, ["title", "date"])).counts.rejected).toBe(1);
});

test("columns of one field: phones are put together, else the last that is not blank counts", async () => {
  const { rows } = await planCells(
    [["a", "89161234567", "+7 916 123-45-67, 84951234567", "x", ""]],
    ["title", "phones", "phones", "externalId", "externalId"],
  );
  expect(rows[0]?.values).toMatchObject({
    phones: [{ number: "+79161234567" }, { number: "+74951234567" }],
    externalId: "x",
  });
});

test("rows that repeat a key inside the file point at the first", async () => {
  const { rows, counts } = await planCells(
    [
      ["1", "a", "89161234567", "A@example.com"],
      ["2", "b", "8 916 123 45 67", ""],
      ["1", "c", "", "a@Example.com"],
      ["3", "d", "", "d@example.com, D@example.com"],
    ],
    ["externalId", "title", "phones", "emails"],
  );
  expect(rows.map((row) => row.warnings.map((one) => [one.field, one.line]))).toEqual([
    [],
    [["phones", 2]],
    [
      ["externalId", 2],
      ["emails", 2],
    ],
    [],
  ]);
  expect([counts.imported, counts.duplicates]).toEqual([4, 2]);
});

test("what the organization lacks is counted by its text, and what will be created too", async () => {
  const { counts } = await planCells(
    [
      ["a", "Кто-то", "Опт"],
      ["b", "Кто-то", "опт"],
      ["c", "Анна Смирнова", "Розница"],
    ],
    ["title", "ownerId", "kind"],
    {
      mapping: [
        { column: 0, field: "title" },
        { column: 1, field: "ownerId", onUnknown: "blank" },
        { column: 2, field: "kind", onUnknown: "create" },
      ],
    },
  );
  expect(counts.imported).toBe(3);
  expect(counts.unknown.get("ownerId")).toEqual(new Map([["Кто-то", 2]]));
  expect(counts.create.get("kind")).toEqual(new Map([["Опт", 2]]));
});

test("a stage is looked for in its row's pipeline, wherever the columns stand", async () => {
  const pipelines = ["one", "two"].map((id) => ({
    id,
    name: id,
    stages: [{ id: `${id}-new`, name: "Новая", outcome: "open" as const }],
  }));
  const { rows } = await planCells(
    [
      ["a", "Новая", "two"],
      ["b", "Новая", "one"],
      ["c", "Новая", ""],
    ],
    ["title", "stageId", "pipelineId"],
    { pipelines, fields: [...fields, field("stageId", "stage"), field("pipelineId", "pipeline")] },
  );
  expect(rows.map((row) => row.values.stageId)).toEqual(["two-new", "one-new", undefined]);
  expect(rows[2]?.errors).toEqual([{ column: 1, field: "stageId", code: "SEVERAL_STAGES" }]);
});

test("whatever stands in the cells, every row is imported or rejected with a reason", async () => {
  const anything = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("", "1 234,50", "01.02.2026", "89161234567", "a@example.com", "Розница"),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
  );
  const keys = fields.map((one) => one.key);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anything, { minLength: keys.length, maxLength: keys.length }), { maxLength: 20 }),
      async (cells) => {
        const { rows, counts } = await planCells(cells, keys);
        expect(counts.rows).toBe(cells.length);
        expect(counts.imported + counts.rejected).toBe(counts.rows);
        expect(rows.map((row) => row.cells)).toEqual(cells);
        expect(rows.filter(isAccepted)).toHaveLength(counts.imported);
        for (const row of rows) expect(isAccepted(row) || row.errors.length > 0).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test("rows at fault are rejected with their cells", async () => {
  const table = await readCsv([Buffer.from("Название;Сумма\nа;1;лишнее\nб;2\n")]);
  const { rows, counts } = await drain(table.rows, {
    ...surroundings,
    fields,
    mapping: mappingOf(["title", "amount"]),
  });
  expect(rows[0]).toMatchObject({ fault: "TOO_MANY_CELLS", cells: ["а", "1", "лишнее"], line: 2 });
  expect([counts.imported, counts.rejected]).toEqual([1, 1]);
});

test("the heap does not grow with the file", async () => {
  const used = async (rows: number) => {
    const table = await readCsv(csvOf(amoDeals, rows));
    const mapping = mappingOf(["externalId", "title", "amount"]);
    let peak = 0;
    let seen = 0;
    const plan = planRows(table.rows, {
      ...surroundings,
      fields: fields.filter((one) => one.key !== "externalId").concat(field("externalId", "text")),
      mapping,
    });
    for await (const row of plan.rows) {
      seen += row.line > 0 ? 1 : 0;
      if (seen % 10_000 === 0) peak = Math.max(peak, retained());
    }
    expect(seen).toBe(rows);
    return peak;
  };
  const small = await used(10_000);
  expect((await used(40_000)) - small).toBeLessThan(8_000_000);
});

/** Bytes of the heap that something still holds: garbage is collected first. */
function retained(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}

function field(key: string, type: TargetField["type"]): TargetField {
  return { key, type, label: { en: key, ru: key } };
}

function mappingOf(keys: string[]): Mapping {
  return keys.map((key, column) => ({ column, field: key }));
}

async function* source(cells: SourceRow["cells"][]): AsyncGenerator<SourceRow> {
  for (const [index, row] of cells.entries()) yield { line: index + 2, cells: row, fault: null };
}

function planCells(cells: SourceRow["cells"][], keys: string[], more: Partial<PlanSettings> = {}) {
  return drain(source(cells), { ...surroundings, fields, mapping: mappingOf(keys), ...more });
}

async function planExport(bytes: Buffer[], shape: Export, entity: ImportEntity) {
  const table = await readCsv(bytes);
  const sample = Array.from({ length: 100 }, (_, index) => shape.row(index));
  const target = { entity, fields: catalog[entity] ?? [] };
  const { columns } = recogniseColumns(table.header, sample, target);
  const mapping = columns.flatMap(({ column, guess }) => (guess ? [{ column, field: guess.field }] : []));
  return drain(table.rows, { ...surroundings, fields: target.fields, mapping });
}

async function drain(rows: AsyncIterable<SourceRow>, settings: PlanSettings) {
  const plan = planRows(rows, settings);
  const planned: PlannedRow[] = [];
  for await (const row of plan.rows) planned.push(row);
  return { rows: planned, counts: plan.counts };
}
