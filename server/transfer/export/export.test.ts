import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createCompany } from "@/server/crm/companies";
import { createContact } from "@/server/crm/contacts";
import { createDeal, listDeals, moveDeal } from "@/server/crm/deals";
import { createInvoice, issueInvoice, recordPayment, updateInvoice } from "@/server/crm/invoices";
import { createLead } from "@/server/crm/leads";
import { addLines } from "@/server/crm/line-items";
import { createItem, createList } from "@/server/crm/lists";
import { createProduct, listProducts, saveCategory, updateProduct } from "@/server/crm/products";
import { listRecords } from "@/server/crm/registry";
import { createCustomField } from "@/server/fields";
import { type Context, invariant } from "@/server/platform";
import { makeMember, makeWorkspace } from "@/server/testing/fixtures";
import { exportRecords } from "..";
import type { Importable } from "../contract";
import { bring, countOf, run } from "../testing.fixture";
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

describe("an export without losses", () => {
  it("is imported back to equal values, into the same records and into new ones", async () => {
    const w = await makeWorkspace();
    const { owner } = w;
    const { fields } = await manyFields(owner);
    const company = await createCompany(owner, { name: '\'=ООО "Ёж"; и Ко', site: "https://example.com" });
    const contact = await createContact(owner, {
      name: "Анна, «Ё»\nвторая строка",
      companyId: company.id,
      points: [
        { kind: "phone", value: "+79161234567" },
        { kind: "phone", value: "+4930123456" },
        { kind: "email", value: "Anna@Example.com" },
      ],
    });
    await createDeal(owner, {
      ...{
        title: "=1+1",
        stageId: w.stages.work,
        amountMinor: 123_457,
        currency: "JPY",
        contactId: contact.id,
      },
      ...{ companyId: company.id, sourceId: w.sourceId, closesAt: new Date("2026-03-01T11:22:33.444Z") },
      custom: fields,
    });
    await createLead(owner, {
      ...{
        title: "'=2+2",
        name: "Ольга",
        companyName: "Stone; Co",
        comment: "Одна\nдве",
        amountMinor: 5_005,
      },
      ...{ phones: ["+79161112233", "+4930999999"], emails: ["Olga@Example.com"], sourceId: w.sourceId },
      ...{ utm: { source: "google", campaign: "+windows" }, page: "https://example.com/?a=1" },
    });
    await createProduct(owner, {
      ...{ name: "Brick, “red”", sku: "007", priceMinor: 123_45, currency: "JPY", unit: "м³" },
      ...{ description: "=x", status: "archived", taxRate: 1_250, taxIncluded: false },
      categoryId: (await saveCategory(owner, { name: "Clay; fired" })).id,
    });
    const list = await createList(owner, { name: "Places", itemName: "Place" });
    await createCustomField(owner, {
      ...{ entity: "list_item", listId: list.id, type: "text", label: "Where", filterable: true },
    });
    await createItem(owner, { listId: list.id, title: "=Здесь", custom: { c_where: "там; и тут" } });
    const all = ["company", "contact", "deal", "lead", "product", "list_item"] as const;
    for (const entity of all) {
      const file = await bytesOf(owner, { entity, format: "lossless_csv" });
      const before = await valuesOf(owner, entity);
      const again = await bring(owner, [file]);
      expect(again).toMatchObject({
        entity,
        reading: { lossless: true },
        check: { updated: 1, rejected: 0 },
      });
      await run(owner, again.id);
      expect(await valuesOf(owner, entity)).toEqual(before);
      if (entity === "product") await renumber(owner);
      const copy = await bring(owner, [file], { options: { duplicates: "create" } });
      expect(copy.check).toMatchObject({ created: 1, rejected: 0 });
      await run(owner, copy.id);
      const [one, other] = await valuesOf(owner, entity);
      expect(one).toEqual(other);
      expect(await countOf(owner, entity)).toBe(2);
      if (entity !== "deal") await countOf(owner, "contact_point");
    }
    expect(
      (await listDeals(owner, { sort: "createdAt", direction: "desc", cursor: 0, limit: 9 })).deals,
    ).toHaveLength(2);
  });
});

async function jsonOf(ctx: Context): Promise<unknown[]> {
  const text = await textOf(ctx, { entity: "invoice", format: "lossless_jsonl" });
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** Two products cannot have one article number. */
async function renumber(ctx: Context): Promise<void> {
  const [product] = (await listProducts(ctx, { all: true })).products;
  invariant(product, "there is a product");
  await updateProduct(ctx, { productId: product.id, changes: { sku: null } });
}

/** What records say, without what tells one from its copy. */
async function valuesOf(ctx: Context, entity: Importable) {
  const { records } = await listRecords(ctx, { entity });
  return records.map(({ values }) => {
    const { updatedAt: _updatedAt, stageEnteredAt: _stageEnteredAt, sku: _sku, ...rest } = values;
    return rest;
  });
}

async function manyFields(ctx: Context): Promise<{ fields: Record<string, unknown> }> {
  const make = (
    type: "text" | "number" | "money" | "date" | "datetime" | "checkbox" | "url",
    label: string,
  ) => createCustomField(ctx, { entity: "deal", type, label, filterable: true });
  await make("text", "Words");
  await make("number", "Figure");
  await make("money", "Price");
  await make("date", "Day");
  await make("datetime", "Moment");
  await make("checkbox", "Flag");
  const choices = [{ name: "One; two" }, { name: "Three" }];
  const list = await createCustomField(ctx, {
    entity: "deal",
    type: "multi_list",
    label: "Several",
    options: { choices },
  });
  const ids = (list.options.choices ?? []).map(({ id }) => id);
  invariant(ids.length === 2, "two choices");
  return {
    fields: {
      ...{ c_words: '\'=x, "y"', c_figure: -12.3456, c_price: { amountMinor: 1001, currency: "KWD" } },
      ...{ c_day: "2026-02-28", c_moment: "2026-03-29T01:30:00.123Z", c_flag: false, c_several: ids },
    },
  };
}
