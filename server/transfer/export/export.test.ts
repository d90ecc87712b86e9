import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createContact } from "@/server/crm/contacts";
import { createDeal, moveDeal } from "@/server/crm/deals";
import { createInvoice, issueInvoice, recordPayment, updateInvoice } from "@/server/crm/invoices";
import { addLines } from "@/server/crm/line-items";
import { createCustomField } from "@/server/fields";
import type { Context } from "@/server/platform";
import { makeMember, makeWorkspace } from "@/server/testing/fixtures";
import { exportRecords } from "..";
import { bring, run } from "../testing.fixture";
import { safeCell } from "./safe-cell";

useTestDatabase();

async function bytesOf(ctx: Context, query: Parameters<typeof exportRecords>[1]): Promise<Buffer> {
  const { content } = await exportRecords(ctx, query);
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

const textOf = async (...args: Parameters<typeof bytesOf>) => (await bytesOf(...args)).toString("utf8");

describe("a cell of an export for people", () => {
  it.each([
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|x",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "|x",
    "＝1+1",
    "  =1",
    "'=1",
    "%0A=1",
  ])("%j is no formula", (text) => expect(safeCell(text)).toBe(`'${text}`));
  it.each(["Anna", "-5", "+4930123456", "-1 234,50", "a=b", "", "O'Neil"])("%j stays as it is", (text) =>
    expect(safeCell(text)).toBe(text),
  );
});

describe("an export", () => {
  it("names what ids stand for, in the reader's language", async () => {
    const w = await makeWorkspace();
    const owner: Context = { ...w.owner, language: "ru", timeZone: "Europe/Moscow" };
    const contact = await createContact(owner, { name: "=HYPERLINK(1)" });
    const closesAt = new Date("2026-03-01T09:00:00Z");
    const deal = await createDeal(owner, {
      ...{ title: "Первая; сделка", stageId: w.stages.work, amountMinor: 150_050, contactId: contact.id },
      ...{ sourceId: w.sourceId, closesAt },
    });
    await moveDeal(owner, { dealId: deal.id, stageId: w.stages.won });
    const columns = [
      "title",
      "amountMinor",
      "contactId",
      "ownerId",
      "stageId",
      "sourceId",
      "outcome",
      "closesAt",
    ];
    expect(await textOf(owner, { entity: "deal", format: "csv", columns })).toBe(
      "\uFEFFНазвание;Сумма;Контакт;Ответственный;Стадия;Источник;Итог стадии;Дата закрытия\r\n" +
        '"Первая; сделка";1500,50;\'=HYPERLINK(1);Anna;Won;Website;Выиграна;01.03.2026\r\n',
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await bytesOf(owner, { entity: "deal", format: "xlsx", columns })) as never);
    const [, header, row] = (book.worksheets[0]?.getSheetValues() ?? []) as unknown[][];
    expect(header?.slice(1, 4)).toEqual(["Название", "Сумма", "Контакт"]);
    expect(row?.slice(1, 4)).toEqual(["Первая; сделка", 1500.5, "=HYPERLINK(1)"]);
  });

  it("gives every record of many pages once, in order", async () => {
    const { owner } = await makeWorkspace();
    const lines = Array.from(
      { length: 450 },
      (_, n) => `Person ${String(n).padStart(3, "0")},p${n}@example.com`,
    );
    const job = await bring(owner, [Buffer.from(`Name,Email\n${lines.join("\n")}\n`)], { entity: "contact" });
    await run(owner, job.id);
    const text = await textOf(owner, {
      ...{ entity: "contact", format: "csv", columns: ["name"], sort: { field: "name", direction: "asc" } },
    });
    expect(text.trim().split("\r\n").slice(1)).toEqual(lines.map((line) => line.split(",")[0]));
    const jsonl = await textOf(owner, { entity: "contact", format: "lossless_jsonl" });
    expect(
      jsonl
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).name),
    ).toHaveLength(450);
  });

  it("holds only what the role may export", async () => {
    const w = await makeWorkspace();
    const [seller, lead] = [await makeMember(w, "sales", "Sveta"), await makeMember(w, "team_lead", "Lena")];
    await createDeal(w.owner, { title: "Not theirs", stageId: w.stages.work });
    await createDeal(lead, { title: "Theirs", stageId: w.stages.work });
    await expect(exportRecords(seller, { entity: "deal", format: "csv" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await textOf(lead, { entity: "deal", format: "csv", columns: ["title"] })).toBe(
      "\uFEFFTitle\r\nTheirs\r\n",
    );
    const other = await makeWorkspace("Other");
    expect(await textOf(other.owner, { entity: "deal", format: "csv", columns: ["title"] })).toBe(
      "\uFEFFTitle\r\n",
    );
  });

  it("of invoices is for people and for machines, with what is on them", async () => {
    const w = await makeWorkspace();
    const owner: Context = { ...w.owner, language: "ru" };
    const { id } = await createInvoice(owner, { language: "ru" });
    await updateInvoice(owner, { invoiceId: id, changes: { buyer: { name: "=Камень", taxId: "77" } } });
    await addLines(owner, { recordId: id, lines: [{ name: "Окно", priceMinor: 10_050, taxRate: 2_000 }] });
    const [draft] = await jsonOf(owner);
    expect(draft).toMatchObject({ seller: null, status: "draft", buyer: { name: "=Камень", taxId: "77" } });
    await issueInvoice(owner, { invoiceId: id });
    await recordPayment(owner, { invoiceId: id, amountMinor: 50 });
    const columns = ["number", "buyerName", "status", "totalMinor", "paidMinor", "language"];
    const year = owner.now().getUTCFullYear();
    expect(await textOf(owner, { entity: "invoice", format: "csv", columns })).toBe(
      "\uFEFFНомер;Покупатель;Статус;Сумма;Оплачено;Язык\r\n" +
        `${year}-0001;'=Камень;Выставлен;100,50;0,50;Русский\r\n`,
    );
    const [whole] = await jsonOf(owner);
    expect(whole).toMatchObject({
      ...{ id, totalMinor: 10_050, taxMinor: 1_675, paidMinor: 50 },
      lines: [{ name: "Окно", priceMinor: 10_050, taxRate: 2_000, quantity: 1_000 }],
      payments: [{ amountMinor: 50, method: "hand" }],
    });
    const file = await bytesOf(owner, { entity: "invoice", format: "lossless_csv" });
    expect(file.toString("utf8")).toContain('""priceMinor"":10050');
    expect((await bring(owner, [file], { entity: "contact" })).reading.lossless).toBe(false);
    const seller = await makeMember(w, "sales");
    await expect(exportRecords(seller, { entity: "invoice", format: "csv" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const other = await makeWorkspace("Other");
    expect(await jsonOf(other.owner)).toEqual([]);
  });

  it("refuses a filter or a sort nobody knows before a byte is sent", async () => {
    const { owner } = await makeWorkspace();
    const sort = { field: "nonsense", direction: "asc" } as const;
    await expect(exportRecords(owner, { entity: "deal", format: "csv", sort })).rejects.toMatchObject({
      field: "sort",
    });
    const filter = { field: "nonsense", operator: "eq" as const, value: 1 };
    await expect(exportRecords(owner, { entity: "deal", format: "csv", filter })).rejects.toMatchObject({
      code: "FILTER_INVALID",
    });
  });
});

describe("an export for people", () => {
  it("says how somebody is reached besides the first phone and email, and finds it again", async () => {
    const { owner } = await makeWorkspace();
    await createContact(owner, {
      name: "Anna",
      points: [
        { kind: "phone", value: "+79161234567" },
        { kind: "phone", value: "+4930123456" },
        { kind: "email", value: "anna@example.com" },
        { kind: "address", value: "Berlin" },
        { kind: "tax_id", value: "7707083893" },
        { kind: "messenger", value: "=@anna" },
      ],
    });
    const columns = ["name", "phone", "phones", "emails", "messengers", "addresses", "taxIds"];
    const csv = "Name,Phone,Other phones,Other emails,Messengers,Addresses,Tax ID";
    const text = await textOf(owner, { entity: "contact", format: "csv", columns });
    expect(text).toBe(`\uFEFF${csv}\r\nAnna,+79161234567,+4930123456,,'=@anna,Berlin,7707083893\r\n`);
    const all = await textOf(owner, { entity: "contact", format: "csv" });
    expect(all.split("\r\n")[0]).toContain(
      "Other phones,Other emails,Messengers,Addresses,Other sites,Tax ID",
    );
    const again = await bring(owner, [Buffer.from(all)], { entity: "contact" });
    expect(again.mapping.filter(({ field }) => field === "phones")).toHaveLength(2);
  });

  it("says what formulas come to, and in which currency an amount of one's own is", async () => {
    const w = await makeWorkspace();
    const owner: Context = { ...w.owner, language: "ru", timeZone: "America/New_York" };
    const add = (type: "money" | "date", label: string) =>
      createCustomField(owner, { entity: "deal", type, label, filterable: true });
    await add("money", "Price");
    await add("date", "Day");
    for (const [label, formula, returns] of [
      ["Twice", "amount * 2", "money"],
      ["After", "addDays(c_day, 1)", "date"],
      ["Big", "amount > 1", "checkbox"],
      ["Per", "amount / 3", "number"],
      ["None", "days(closesAt, today)", "number"],
    ] as const)
      await createCustomField(owner, {
        entity: "deal",
        type: "formula",
        label,
        options: { formula, returns },
      });
    await createDeal(owner, {
      ...{ title: "D", stageId: w.stages.work, amountMinor: 1_500, currency: "EUR" },
      custom: { c_price: { amountMinor: 1001, currency: "KWD" }, c_day: "2026-03-01" },
    });
    const columns = ["c_price", "c_day", "c_twice", "c_after", "c_big", "c_per", "c_none"];
    const csv = await textOf(owner, { entity: "deal", format: "csv", columns });
    expect(csv.split("\r\n")[1]).toBe("1,001 KWD;01.03.2026;30,00 EUR;02.03.2026;да;5;");
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await bytesOf(owner, { entity: "deal", format: "xlsx", columns })) as never);
    const row = book.worksheets[0]?.getRow(2);
    expect([1, 2, 3, 4, 5].map((place) => row?.getCell(place).value)).toEqual([
      ...[1.001, new Date("2026-03-01T00:00:00Z"), 30, new Date("2026-03-02T00:00:00Z"), "да"],
    ]);
    expect(row?.getCell(1).numFmt).toBe('#,##0.000 "KWD"');
  });
});

async function jsonOf(ctx: Context): Promise<unknown[]> {
  const text = await textOf(ctx, { entity: "invoice", format: "lossless_jsonl" });
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
