import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { convertLead, createLead, getLead } from "@/server/crm/leads";
import { createItem, createList } from "@/server/crm/lists";
import { createProduct, listCategories, listProducts, removeCategory } from "@/server/crm/products";
import { createCustomField } from "@/server/fields";
import type { Context } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace } from "@/server/testing/fixtures";
import { bitrixLeads, bitrixProducts, csvOf } from "./exports.fixture";
import { getImport } from "./jobs/import-views";
import { bring, countOf, dump, run, undo } from "./testing.fixture";

useTestDatabase();

const csv = (text: string) => [Buffer.from(text)];
const ru = (ctx: Context): Context => ({
  ...ctx,
  language: "ru",
  currency: "RUB",
  timeZone: "Europe/Moscow",
});

const making = (...fields: string[]) => ({
  mapping: (mapping: { field: string; column: number }[]) =>
    mapping.map((one) => ({
      ...one,
      onUnknown: fields.includes(one.field) ? ("create" as const) : ("blank" as const),
    })),
});

describe("leads", () => {
  it("of Bitrix24 keep who asks, from where and for how much; the undo restores byte for byte", async () => {
    const w = await makeWorkspace();
    const owner = ru(w.owner);
    await createLead(owner, { title: "Before", phones: ["+4930123456"] });
    const before = await dump(owner);
    const job = await bring(owner, csvOf(bitrixLeads, 1100), making("stageId", "sourceId"));
    expect(job).toMatchObject({ entity: "lead", reading: { format: "Bitrix24 leads" }, status: "mapped" });
    const { counts } = await run(owner, job.id);
    expect(counts).toMatchObject({ rows: 1100, created: 1100, rejected: 0 });
    expect(
      await countOf(owner, "lead", "title = 'Анна Смирнова' and name = 'Анна Смирнова'"),
    ).toBeGreaterThan(0);
    expect(
      await countOf(
        owner,
        "lead",
        "title = 'Заявка с сайта №3' and utm_source = 'yandex' and amount_minor = 11103 and company_name = 'АО Стройснаб'",
      ),
    ).toBe(1);
    expect(await countOf(owner, "record_stage_visit")).toBe(1101);
    expect(await countOf(owner, "contact")).toBe(0);
    await undo(owner, job.id);
    expect(await dump(owner)).toEqual(before);
  });

  it("on a closed stage are lost for their reason, or count as qualified", async () => {
    const w = await makeWorkspace();
    const job = await bring(
      w.owner,
      csv("Lead name,Stage,Loss reason\nGood,Qualified,\nTwice,Disqualified,Duplicate\nNew one,,\n"),
      { entity: "lead" },
    );
    expect((await run(w.owner, job.id)).counts).toMatchObject({ created: 3, rejected: 0 });
    expect(
      await countOf(w.owner, "lead", "title = 'Good' and outcome = 'won' and converted_at is not null"),
    ).toBe(1);
    expect(
      await countOf(w.owner, "lead", "title = 'Twice' and kind = 'duplicate' and loss_reason_id is not null"),
    ).toBe(1);
    expect(await countOf(w.owner, "lead", `title = 'New one' and stage_id = '${w.leadStages.fresh}'`)).toBe(
      1,
    );
  });

  it("that are there move and change, but only a conversion qualifies them; the undo puts them back", async () => {
    const w = await makeWorkspace();
    const known = await createLead(w.owner, { title: "Known", phones: ["+49 30 1234567"] });
    const sold = await createLead(w.owner, { title: "Sold", phones: ["+49 30 7654321"] });
    await convertLead(w.owner, {
      ...{ leadId: sold.id, deal: { pipelineId: w.pipelineId }, contact: null, company: null },
    });
    const before = await dump(w.owner);
    const file = csv(
      "Lead name,Phone,Stage,Email\nKnown better,+49301234567,In work,k@example.com\n" +
        "Known,+49301234567,Qualified,\nSold,+49307654321,New,\n",
    );
    const job = await bring(w.owner, file, { entity: "lead", options: { key: "phone" } });
    expect(job.check).toMatchObject({
      ...{ created: 0, updated: 1, rejected: 2 },
      errors: { LEAD_NOT_CONVERTED: 1, LEAD_CONVERTED: 1 },
    });
    await run(w.owner, job.id);
    expect(await getLead(w.owner, { leadId: known.id })).toMatchObject({
      ...{ title: "Known better", stageId: w.leadStages.work, email: "k@example.com", version: 2 },
    });
    expect(await eventsOf(known.id)).toEqual(["lead.created", "lead.updated", "lead.stage_changed"]);
    await undo(w.owner, job.id);
    expect(await dump(w.owner)).toEqual(before);
  });

  it("are a seller's own only, and nothing an observer may bring", async () => {
    const w = await makeWorkspace();
    const seller = await makeMember(w, "sales", "Sveta");
    const file = csv("Lead name,Lead owner\nMine,Sveta\nTheirs,Anna\n");
    const job = await bring(seller, file, { entity: "lead" });
    expect(job.check).toMatchObject({ created: 1, rejected: 1, errors: { NOT_YOURS: 1 } });
    const observer = await makeMember(w, "observer");
    await expect(bring(observer, file, { entity: "lead" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("products", () => {
  it("of Bitrix24 come with their branches, prices and taxes; the undo takes the branches too", async () => {
    const w = await makeWorkspace();
    const owner = ru(w.owner);
    await createProduct(owner, { name: "Before", sku: "B-1" });
    const before = await dump(owner);
    const job = await bring(owner, csvOf(bitrixProducts, 300));
    expect(job).toMatchObject({ entity: "product", reading: { format: "Bitrix24 products" } });
    expect((await run(owner, job.id)).counts).toMatchObject({ created: 300, rejected: 0 });
    expect((await listCategories(owner)).map(({ name }) => name)).toEqual(["Бетон", "Нерудные"]);
    expect(
      await countOf(
        owner,
        "product",
        "sku = 'SKU-3' and unit = 'м³' and tax_rate = 2000 and not tax_included",
      ),
    ).toBe(1);
    expect(await countOf(owner, "product", "sku = 'SKU-4' and tax_rate is null and tax_included")).toBe(1);
    await undo(owner, job.id);
    expect(await dump(owner)).toEqual(before);
  });

  it("are known by their article, which no two of them share", async () => {
    const { owner } = await makeWorkspace();
    const brick = await createProduct(owner, { name: "Brick", sku: "A-1", priceMinor: 100 });
    const before = await dump(owner);
    const file = csv("Product name,SKU,Price,VAT\nBrick red,A-1,2.50,20%\nSand,A-2,1,a lot\nLime,A-3,1,\n");
    const job = await bring(owner, file, { entity: "product" });
    expect(job.check).toMatchObject({ created: 1, updated: 1, rejected: 1, errors: { NOT_A_TAX_RATE: 1 } });
    await run(owner, job.id);
    const { products } = await listProducts(owner, {});
    expect(products.find(({ id }) => id === brick.id)).toMatchObject({ name: "Brick red", priceMinor: 250 });
    await undo(owner, job.id);
    expect(await dump(owner)).toEqual(before);
    const named = csv("Product name,SKU\nOther,A-1\nOne,A-9\nTwo,A-9\n");
    const other = await bring(owner, named, { entity: "product", options: { key: "name" } });
    expect(other.check).toMatchObject({ created: 1, rejected: 2, errors: { SKU_TAKEN: 2 } });
    expect((await run(owner, other.id)).counts).toMatchObject({ created: 1, rejected: 2 });
    const many = Array.from({ length: 1000 }, (_, place) => `P ${place},S-${place}`);
    const twice = csv(`Product name,SKU\n${many.join("\n")}\nP 1,A-1\n`);
    expect((await bring(owner, twice, { entity: "product", options: { key: "name" } })).check).toMatchObject({
      ...{ created: 1000, updated: 0, rejected: 1 },
    });
    const long = csv(`Product name,SKU\nOne,${"9".repeat(60)}\nTwo,${"9".repeat(60)}1\n`);
    expect((await bring(owner, long, { entity: "product" })).check).toMatchObject({
      ...{ created: 1, rejected: 1, errors: { TOO_LONG: 1 } },
    });
  });

  it("are undone but for those whose article number another product has by now", async () => {
    const { owner } = await makeWorkspace();
    const brick = await createProduct(owner, { name: "Brick", sku: "A-1" });
    const sand = await createProduct(owner, { name: "Sand", sku: "A-2" });
    const file = csv("Product name,SKU\nBrick,B-1\nSand,B-2\n");
    const job = await bring(owner, file, { entity: "product", options: { key: "name" } });
    await run(owner, job.id);
    await createProduct(owner, { name: "Other", sku: "A-1" });
    await undo(owner, job.id);
    const { job: after, kept } = await getImport(owner, { importId: job.id });
    expect(after.status).toBe("undone");
    expect(kept).toMatchObject([{ id: brick.id, why: "taken" }]);
    const { products } = await listProducts(owner, { all: true });
    const skuOf = (id: string) => products.find((one) => one.id === id)?.sku;
    expect([skuOf(brick.id), skuOf(sand.id)]).toEqual(["B-1", "A-2"]);
  });

  it("leave a branch that others use, and do not mind one that is gone, when they are undone", async () => {
    const { owner } = await makeWorkspace();
    const file = csv("Product name,Category\nBrick,Stones\nSand,Heaps\n");
    const job = await bring(owner, file, { entity: "product" });
    await run(owner, job.id);
    const [heaps, stones] = await listCategories(owner);
    await removeCategory(owner, { categoryId: heaps?.id ?? "" });
    const other = await createProduct(owner, { name: "Other", categoryId: stones?.id });
    await undo(owner, job.id);
    expect((await getImport(owner, { importId: job.id })).job.status).toBe("undone");
    const { products } = await listProducts(owner, { all: true });
    expect(products).toMatchObject([{ id: other.id, categoryId: stones?.id }]);
  });

  it("are brought although a branch's name is too long to be kept whole", async () => {
    const { owner } = await makeWorkspace();
    const file = csv(`Product name,Category\nBrick,Stones\nSand,${"x".repeat(99)}😀\n`);
    const job = await bring(owner, file, { entity: "product" });
    expect((await run(owner, job.id)).counts).toMatchObject({ created: 1, rejected: 1 });
  });

  it("are nothing a seller may bring", async () => {
    const w = await makeWorkspace();
    const seller = await makeMember(w, "sales");
    const file = csv("Product name,SKU\nBrick,A-1\n");
    await expect(bring(seller, file, { entity: "product" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("records of a list", () => {
  it("take the list's own fields, those made on the way among them, and are undone", async () => {
    const { owner } = await makeWorkspace();
    const list = await createList(owner, { name: "Places", itemName: "Place" });
    const other = await createList(owner, { name: "Others", itemName: "Other" });
    await createItem(owner, { listId: other.id, title: "Berlin" });
    await createCustomField(owner, { entity: "list_item", listId: list.id, type: "number", label: "Size" });
    const before = await dump(owner);
    const job = await bring(owner, csv("Title,Size,Mood\nBerlin,890,grey\nRome,x,\n"), {
      ...{ entity: "list_item", listId: list.id, options: { key: "name" } },
      mapping: (now) => [
        ...now.filter((one) => one.column < 2),
        { column: 2, field: "new:2", create: { label: "Mood", type: "text" } },
      ],
    });
    expect(job).toMatchObject({ listId: list.id, check: { created: 1, rejected: 1 } });
    await run(owner, job.id);
    const own = `list_id = '${list.id}' and custom ->> 'c_size' = '890' and custom ->> 'c_mood' = 'grey'`;
    expect(await countOf(owner, "list_item", own)).toBe(1);
    expect(await countOf(owner, "custom_field", `list_id = '${list.id}'`)).toBe(2);
    const again = await bring(owner, csv("Title,Size\nBerlin,900\n"), {
      ...{ entity: "list_item", listId: list.id, options: { key: "name" } },
    });
    expect(again.check).toMatchObject({ created: 0, updated: 1 });
    await undo(owner, job.id);
    expect(await dump(owner)).toEqual(before);
  });

  it("of two lists may have the same ids in the system they come from", async () => {
    const { owner } = await makeWorkspace();
    const before = await dump(owner);
    for (const name of ["Places", "Others"]) {
      const list = await createList(owner, { name, itemName: "One" });
      const file = csv(`ID,Title\n1,${name} 1\n2,${name} 2\n`);
      const how = { entity: "list_item", listId: list.id } as const;
      const job = await bring(owner, file, how);
      expect((await run(owner, job.id)).counts).toMatchObject({ created: 2, rejected: 0 });
      expect((await bring(owner, file, how)).check).toMatchObject({ updated: 2, rejected: 0 });
      await undo(owner, job.id);
      expect(await dump(owner)).toEqual(before);
      await run(owner, (await bring(owner, file, how)).id);
      before.splice(0, Infinity, ...(await dump(owner)));
    }
  });

  it("need a live list of this organization", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const foreign = await createList(other.owner, { name: "Places", itemName: "Place" });
    const file = csv("Title\nBerlin\n");
    for (const listId of [undefined, foreign.id])
      await expect(
        bring(w.owner, file, { entity: "list_item", ...(listId && { listId }) }),
      ).rejects.toMatchObject({ code: "INVALID", field: "listId" });
  });
});
