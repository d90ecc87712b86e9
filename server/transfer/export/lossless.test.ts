import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createCompany } from "@/server/crm/companies";
import { createContact } from "@/server/crm/contacts";
import { createDeal, moveDeal } from "@/server/crm/deals";
import { convertLead, createLead, setLeadKind } from "@/server/crm/leads";
import { setLines } from "@/server/crm/line-items";
import { linkRecords } from "@/server/crm/links";
import { createItem, createList } from "@/server/crm/lists";
import { createProduct, saveCategory } from "@/server/crm/products";
import { changePoints, listRecords, trashRecord } from "@/server/crm/registry";
import { createTag } from "@/server/crm/tags";
import { createCustomField } from "@/server/fields";
import { archiveSource } from "@/server/pipelines";
import { asWorker, type Context, invariant } from "@/server/platform";
import { makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import { exportRecords } from "..";
import type { ExportFormat, Importable, ImportJob, Mapping } from "../contract";
import { bring, countOf, run, undo } from "../testing.fixture";

useTestDatabase();

// What others refer to comes before them.
const kinds = ["company", "contact", "product", "deal", "lead", "list_item"] as const;
const formats = ["lossless_csv", "lossless_jsonl"] as const;

describe.each(formats)("an export as %s", (format) => {
  it("comes back into another workspace with everything each record had", async () => {
    const [from, to] = [await furnished("From"), await furnished("To")];
    await fill(from);
    const before = await whole(from.w.owner);
    for (const entity of kinds) {
      const file = await fileOf(from.w.owner, entity, format);
      const job = await bring(to.w.owner, [file], { entity, listId: listOf(to, entity) });
      expect(job).toMatchObject({ reading: { lossless: true }, check: { rejected: 0 } });
      expect((await run(to.w.owner, job.id)).counts).toMatchObject({ rejected: 0, updated: 0 });
    }
    expect(await whole(to.w.owner)).toEqual(before);
  });

  it("comes back after everything was deleted, and changes nothing where nothing was", async () => {
    const from = await furnished("From");
    const { owner } = from.w;
    await fill(from);
    await archiveSource(owner, { id: from.w.sourceId });
    const before = await whole(owner);
    const files = new Map<Importable, Buffer>();
    for (const entity of kinds) files.set(entity, await fileOf(owner, entity, format));
    const versions = await versionsOf(owner);
    const eventsBefore = await countOf(owner, "event", "name like 'link.%' or name like '%products_changed'");
    for (const entity of kinds) await runFile(owner, entity, files.get(entity), from);
    expect(await whole(owner)).toEqual(before);
    expect(await versionsOf(owner)).toEqual(versions);
    expect(await countOf(owner, "event", "name like 'link.%' or name like '%products_changed'")).toBe(
      eventsBefore,
    );
    await trashAll(owner);
    expect((await whole(owner)).records).toEqual([]);
    for (const entity of kinds) await runFile(owner, entity, files.get(entity), from);
    expect(await whole(owner)).toEqual(before);
  });
});

describe("lines and links that an import brings", () => {
  it("are told of in history, and taken back with it", async () => {
    const from = await furnished("From");
    const { owner } = from.w;
    const { deal, company } = await fill(from);
    const file = await fileOf(owner, "deal", "lossless_csv");
    const before = await whole(owner);
    await setLines(owner, { recordId: deal, lines: [{ name: "Other", quantity: 1_000, priceMinor: 7 }] });
    await asWorker((tx) => tx.execute(sql`delete from record_link where to_id = ${company}`));
    const changed = await whole(owner);
    const job = await runFile(owner, "deal", file, from);
    expect(job.counts).toMatchObject({ updated: 2, rejected: 0 });
    expect(await whole(owner)).toEqual(before);
    expect(await countOf(owner, "event", `name = 'deal.products_changed' and record_id = '${deal}'`)).toBe(3);
    expect(await countOf(owner, "event", `name = 'link.added' and record_id = '${company}'`)).toBe(2);
    await undo(owner, job.id);
    expect(await whole(owner)).toEqual(changed);
  });

  it("lead to nothing the importer may not see", async () => {
    const from = await furnished("From");
    const { owner } = from.w;
    await fill(from);
    const seller = await makeMember(from.w, "sales", "Sveta");
    const file = await fileOf(owner, "company", "lossless_jsonl");
    const { links } = await whole(owner);
    const ownerId = seller.member?.id ?? null;
    const mapping = (now: Mapping) => now.filter(({ field }) => field !== "ownerId");
    const options = { duplicates: "create", ownerId } as const;
    const job = await bring(seller, [file], { entity: "company", options, mapping });
    expect((await run(seller, job.id)).counts).toMatchObject({ created: 2, rejected: 0 });
    expect((await whole(owner)).links).toEqual(links);
  });

  it("name broken JSON with its column", async () => {
    const { owner } = (await furnished("From")).w;
    const file = Buffer.from(
      'id,name,createdAt,updatedAt,points\n1,Acme,,,"[{""kind"":""fax"",""value"":""1""}]"\n2,Bolt,,,{\n',
    );
    const job = await bring(owner, [file], { entity: "company" });
    expect(job.check).toMatchObject({ rejected: 2, errors: { NOT_OUR_JSON: 2 } });
    expect(job.check?.rejectedRows[0]?.errors).toEqual([
      { column: 4, field: "points", code: "NOT_OUR_JSON" },
    ]);
  });
});

describe("tags of a file", () => {
  it("are put on records and made where there are none, and go with an undo", async () => {
    const { owner } = await makeWorkspace();
    await createTag(owner, { name: "VIP" });
    const job = await bring(owner, [Buffer.from("Name,Tags\nAnna,vip; new\nBoris,new\n")], {
      entity: "contact",
    });
    expect(job.check).toMatchObject({ rejected: 0, create: { tags: { new: 2 } } });
    await run(owner, job.id);
    expect(await countOf(owner, "contact", "jsonb_array_length(custom -> 'tags') > 0")).toBe(2);
    expect(await countOf(owner, "tag")).toBe(2);
    await undo(owner, job.id);
    expect(await countOf(owner, "tag")).toBe(1);
  });
});

type Furnished = { w: Workspace; listId: string; choices: Record<string, string>; categoryId: string };

/** A workspace with fields of its own, a list, a branch of the catalogue and a second pipeline's worth of names. */
async function furnished(name: string): Promise<Furnished> {
  const w = await makeWorkspace(name);
  const { owner } = w;
  const more = { filterable: true, required: false } as const;
  const add = (entity: Importable, type: Parameters<typeof createCustomField>[1]["type"], label: string) =>
    createCustomField(owner, { entity, type, label, ...more });
  for (const entity of ["deal", "company"] as const) {
    await add(entity, "text", "Words");
    await add(entity, "number", "Figure");
    await add(entity, "money", "Price");
    await add(entity, "date", "Day");
    await add(entity, "datetime", "Moment");
    await add(entity, "checkbox", "Flag");
    await add(entity, "url", "Page");
    await add(entity, "member", "Helper");
  }
  await createCustomField(owner, {
    ...{ entity: "deal", type: "link", label: "Guest", options: { linksTo: "contact" } },
  });
  const choices = [{ name: "One; two, three" }, { name: "Four" }, { name: "Old" }];
  const several = await createCustomField(owner, {
    ...{ entity: "deal", type: "multi_list", label: "Several", options: { choices } },
  });
  const list = await createList(owner, { name: "Places", itemName: "Place" });
  await createCustomField(owner, { entity: "list_item", listId: list.id, type: "text", label: "Where" });
  const category = await saveCategory(owner, { name: "Stones" });
  await createTag(owner, { name: "VIP, best" });
  const ids = Object.fromEntries((several.options.choices ?? []).map((one) => [one.name, one.id]));
  return { w, listId: list.id, choices: ids, categoryId: category.id };
}

/** At least two records of every kind, with all that records can have. */
async function fill({ w, listId, choices, categoryId }: Furnished) {
  const { owner } = w;
  const memberId = owner.member?.id;
  const tag = await tagId(owner);
  const values = {
    ...{ c_words: '\'=x, "y"\nz', c_figure: 12.345, c_price: { amountMinor: 1001, currency: "KWD" } },
    ...{ c_day: "2026-02-28", c_moment: "2026-03-29T01:30:00.123Z", c_flag: false },
    ...{ c_page: "mailto:anna@example.com", c_helper: memberId },
  };
  const company = await createCompany(owner, {
    ...{ name: '\'=ООО "Ёж"; и Ко', site: "https://example.com", custom: values },
    points: [
      { kind: "phone", value: "8 (916) 123-45-67", label: "Рабочий" },
      { kind: "tax_id", value: "7707083893" },
      { kind: "address", value: "Москва;\nТверская, 1", label: "Склад" },
      { kind: "site", value: "shop.example.com" },
      { kind: "address", value: "Омск" },
    ],
  });
  const branch = await createCompany(owner, { name: "Branch", ownerId: null });
  const contact = await createContact(owner, {
    ...{ name: "Анна, «Ё»", companyId: company.id },
    points: [
      { kind: "messenger", value: "@anna", label: "Telegram" },
      { kind: "phone", value: "+79161234567", label: "Личный" },
      { kind: "email", value: "Anna@Example.com", label: "Work" },
      { kind: "phone", value: "+4930123456" },
      { kind: "messenger", value: "anna.viber", label: "Viber" },
    ],
  });
  const brother = await createContact(owner, { name: "Boris", ownerId: null });
  const product = await createProduct(owner, {
    ...{
      name: "Brick, “red”",
      sku: "007",
      priceMinor: 123_45,
      currency: "JPY",
      unit: "м³",
      status: "archived",
    },
    ...{ description: "=x", taxRate: 2000, taxIncluded: false, categoryId, otherPrices: { EUR: 7, KWD: 1 } },
  });
  await createProduct(owner, { name: "Plain", taxRate: 0 });
  const deal = await createDeal(owner, {
    ...{
      title: "=1+1",
      stageId: w.stages.work,
      currency: "JPY",
      contactId: contact.id,
      companyId: company.id,
    },
    ...{ sourceId: w.sourceId, closesAt: new Date("2026-03-01T11:22:33.444Z") },
    custom: { ...values, c_guest: brother.id, c_several: Object.values(choices), tags: [tag] },
  });
  await setLines(owner, {
    recordId: deal.id,
    lines: [
      {
        productId: product.id,
        name: "Brick",
        quantity: 1_500,
        priceMinor: 999,
        discountKind: "percent",
        discount: 1250,
      },
      {
        name: "Delivery; fast",
        unit: "h",
        quantity: 2_000,
        priceMinor: 50,
        discountKind: "amount",
        discount: 3,
      },
    ],
  });
  const lost = await createDeal(owner, { title: "Lost one", stageId: w.stages.work, amountMinor: 5 });
  await moveDeal(owner, { dealId: lost.id, stageId: w.stages.lost, lossReasonId: await reasonId(owner) });
  const lead = await createLead(owner, {
    ...{ title: "'=2+2", name: "Ольга", companyName: "Stone; Co", comment: "Одна\nдве", amountMinor: 5_005 },
    ...{ phones: ["+79161112233", "+4930999999"], emails: ["Olga@Example.com"], sourceId: w.sourceId },
    ...{ utm: { source: "google", campaign: "+windows" }, page: "https://example.com/?a=1" },
  });
  await changePoints(owner, {
    ...{ entity: "lead", id: lead.id },
    points: [
      { kind: "messenger", value: "@olga" },
      { kind: "phone", value: "+79161112233", label: "Дом" },
    ],
  });
  const copy = await createLead(owner, { title: "Twice" });
  await setLeadKind(owner, { leadId: copy.id, kind: "spam" });
  const won = await createLead(owner, { title: "Became", phones: ["+79165556677"] });
  await convertLead(owner, {
    ...{ leadId: won.id, deal: null },
    ...{ contact: { contactId: contact.id }, company: { companyId: company.id } },
  });
  const item = await createItem(owner, { listId, title: "=Здесь", custom: { c_where: "там; и тут" } });
  await createItem(owner, { listId, title: "Elsewhere", ownerId: null });
  const link = (fromId: string, toId: string, role?: string) => linkRecords(owner, { fromId, toId, role });
  await link(deal.id, brother.id, "decides");
  await link(company.id, deal.id);
  await link(deal.id, branch.id, "pays");
  await link(contact.id, brother.id, "brother; =1");
  await link(item.id, deal.id, "place");
  await link(lead.id, product.id, "asks for");
  return { deal: deal.id, company: branch.id };
}

async function reasonId(ctx: Context): Promise<string> {
  const { rows } = await asWorker((tx) =>
    tx.execute<{ id: string }>(
      sql`select id from loss_reason where organization_id = ${ctx.organizationId} and name = 'Too expensive'`,
    ),
  );
  return rows[0]?.id ?? "";
}

async function tagId(ctx: Context): Promise<string> {
  return (await createTag(ctx, { name: "VIP, best" })).id;
}

async function fileOf(ctx: Context, entity: Importable, format: ExportFormat): Promise<Buffer> {
  const { content } = await exportRecords(ctx, { entity, format });
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

async function runFile(
  ctx: Context,
  entity: Importable,
  file: Buffer | undefined,
  at: Furnished,
): Promise<ImportJob> {
  invariant(file, "a file of each kind");
  const job = await bring(ctx, [file], { entity, listId: listOf(at, entity) });
  expect(job.check?.rejectedRows).toEqual([]);
  return run(ctx, job.id);
}

function listOf({ listId }: Furnished, entity: Importable) {
  return entity === "list_item" ? listId : undefined;
}

async function trashAll(ctx: Context): Promise<void> {
  for (const entity of [...kinds].reverse())
    for (const { id } of (await listRecords(ctx, { entity })).records) await trashRecord(ctx, { entity, id });
}

async function versionsOf(ctx: Context): Promise<string[]> {
  const all: string[] = [];
  for (const entity of kinds)
    for (const { title, version } of (await listRecords(ctx, { entity })).records)
      all.push(`${title} ${version}`);
  return all;
}

// What a record is told by, or what the machine writes anew with it.
const own = [
  ...["id", "organization_id", "version", "updated_at", "position", "stage_entered_at", "made", "is_sample"],
];

/** Every live record as the database has it, with its points, lines and links; ids are what they name. */
async function whole(ctx: Context) {
  const at = `organization_id = '${ctx.organizationId}'`;
  const read = (query: string) =>
    asWorker(async (tx) => (await tx.execute<{ line: string }>(sql.raw(query))).rows.map(({ line }) => line));
  const without = `- '{${own.join(",")}}'::text[]`;
  const records: string[] = [];
  for (const table of kinds)
    records.push(
      ...(await read(
        `select '${table} ' || (to_jsonb(t) ${without})::text as line from ${table} t where ${at} and deleted_at is null`,
      )),
    );
  const title = (id: string) =>
    `(select title from record where ${at} and id = ${id} and deleted_at is null)`;
  const points =
    await read(`select concat_ws(' | ', ${title("record_id")}, row_number() over (partition by record_id
    order by position), kind, value, key, coalesce(label, '-')) as line from contact_point
    where ${at} and ${title("record_id")} is not null`);
  const lines =
    await read(`select concat_ws(' | ', ${title("record_id")}, position, coalesce(${title("product_id")}, '-'),
    name, unit, quantity, price_minor, discount_kind, discount, coalesce(tax_rate::text, '-'), tax_included) as line
    from line_item where ${at} and ${title("record_id")} is not null`);
  const links =
    await read(`select concat_ws(' | ', ${title("from_id")}, coalesce(role, '-'), ${title("to_id")}) as line
    from record_link where ${at} and ${title("from_id")} is not null and ${title("to_id")} is not null`);
  const named = await read(`select id || ' ' || title as line from record where ${at}
    union all select id || ' ' || name from stage where ${at} union all select id || ' ' || name from pipeline where ${at}
    union all select id || ' ' || name from source where ${at} union all select id || ' ' || name from loss_reason where ${at}
    union all select id || ' ' || name from member where ${at} union all select id || ' ' || name from tag where ${at}
    union all select id || ' ' || name from product_category where ${at} union all select id || ' ' || name from list where ${at}
    union all select (c ->> 'id') || ' ' || (c ->> 'name') from custom_field, jsonb_array_elements(options -> 'choices') c where ${at}`);
  const names = new Map(
    named.map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]),
  );
  const plain = (all: string[]) =>
    all
      .map((line) => [...names].reduce((text, [id, name]) => text.replaceAll(`"${id}"`, `<${name}>`), line))
      .toSorted();
  return { records: plain(records), points: plain(points), lines: plain(lines), links: plain(links) };
}
