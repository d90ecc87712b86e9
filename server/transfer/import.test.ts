import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createContact, updateContact } from "@/server/crm/contacts";
import { createDeal, listDeals } from "@/server/crm/deals";
import { addLines } from "@/server/crm/line-items";
import { linkRecords } from "@/server/crm/links";
import { listRecords, search } from "@/server/crm/registry";
import {
  archiveCustomField,
  createCustomField,
  restoreCustomField,
  updateCustomField,
} from "@/server/fields";
import { addFile, type Incoming } from "@/server/files";
import { listPipelines, removeStage } from "@/server/pipelines";
import type { Context } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace } from "@/server/testing/fixtures";
import { getImport, importChunks, prepareImport, rejectedRows, startImport } from ".";
import { amoDeals, bitrixContacts, bitrixDeals, csvOf } from "./exports.fixture";
import { bring, check, countOf, dump, goOn, run, undo } from "./testing.fixture";

useTestDatabase();

const csv = (text: string) => [Buffer.from(text)];
const ru = (ctx: Context): Context => ({
  ...ctx,
  language: "ru",
  currency: "RUB",
  timeZone: "Europe/Moscow",
});
const everything = { sort: "createdAt", direction: "desc", cursor: 0, limit: 100 } as const;

/** Stages that are not there are made, people who are not left out. */
const lenient = (mapping: { field: string; column: number }[]) =>
  mapping.map((one) => ({
    ...one,
    onUnknown: ["stageId"].includes(one.field) ? ("create" as const) : ("blank" as const),
  }));

describe("an export of another system", () => {
  it.each([
    ["amoCRM deals", amoDeals, "deal"],
    ["Bitrix24 deals", bitrixDeals, "deal"],
    ["Bitrix24 contacts", bitrixContacts, "contact"],
  ] as const)(
    "%s: every row is imported or rejected, and the undo restores byte for byte",
    async (format, file, entity) => {
      const w = await makeWorkspace();
      const owner = ru(w.owner);
      await createContact(owner, { name: "Known before", phone: "+7 916 123-45-67" });
      await createDeal(owner, { title: "Before", stageId: w.stages.work });
      const before = await dump(owner);
      const job = await bring(owner, csvOf(file, 1100), { mapping: lenient });
      expect(job).toMatchObject({ entity, reading: { format }, status: "mapped" });
      const done = await run(owner, job.id);
      expect(done).toMatchObject({ status: "done", fault: null });
      const { rows, created, updated, rejected, skipped } = done.counts;
      expect(rows).toBe(1100);
      expect(created + updated + rejected + skipped).toBe(1100);
      expect({ created, rejected }).toEqual({ created: job.check?.created, rejected: job.check?.rejected });
      expect(created).toBeGreaterThan(1050);
      const own = entity === "deal" ? "title <> 'Before'" : "name <> 'Known before'";
      expect(await countOf(owner, entity, own)).toBe(created);
      await undo(owner, job.id);
      expect(await dump(owner)).toEqual(before);
      expect((await getImport(owner, { importId: job.id })).job.status).toBe("undone");
    },
  );

  it("gives a deal its contact and company, once for all rows that name them", async () => {
    const w = await makeWorkspace();
    const owner = ru(w.owner);
    const job = await bring(
      owner,
      csv(
        "Название сделки;Бюджет;Этап сделки;Полное имя контакта;Компания контакта;Рабочий телефон\n" +
          "Первая;1 500,50;Новый этап;Анна Смирнова;ООО «Вектор»;8 (916) 123-45-67\n" +
          "Вторая;200;Успешно реализовано;А. Смирнова;ООО «Вектор»;+79161234567\n",
      ),
      { entity: "deal", mapping: lenient },
    );
    await run(owner, job.id);
    const { deals } = await listDeals(owner, everything);
    expect(deals).toHaveLength(2);
    expect(new Set(deals.map((deal) => deal.contactName))).toEqual(new Set(["Анна Смирнова"]));
    expect(new Set(deals.map((deal) => deal.companyName))).toEqual(new Set(["ООО «Вектор»"]));
    expect(deals.find((deal) => deal.title === "Первая")).toMatchObject({
      amountMinor: 150_050,
      currency: "RUB",
    });
    expect(deals.find((deal) => deal.title === "Вторая")).toMatchObject({
      outcome: "won",
      stageId: w.stages.won,
    });
    const [pipeline] = await listPipelines(owner);
    expect(pipeline?.stages.map((stage) => stage.name)).toContain("Новый этап");
    expect(await countOf(owner, "contact")).toBe(1);
    expect(await countOf(owner, "record_stage_visit")).toBe(2);
    await undo(owner, job.id);
    expect((await listPipelines(owner))[0]?.stages.map((stage) => stage.name)).not.toContain("Новый этап");
  });

  it.each(["windows-1251", "utf-16le", "utf-16be"])("is read in %s", async (encoding) => {
    const w = await makeWorkspace();
    const owner = ru(w.owner);
    const text =
      "ФИО;Телефон;Эл. почта\nАнна Ёлкина;8 916 000-00-01;anna@example.com\nПётр Щукин;8 916 000-00-02;petr@example.com\n";
    const job = await bring(owner, [iconv.encode(text, encoding, { addBOM: encoding !== "windows-1251" })]);
    expect(job.reading).toMatchObject({ encoding, delimiter: ";" });
    expect((await run(owner, job.id)).counts).toMatchObject({ created: 2, rejected: 0 });
    expect(await countOf(owner, "contact", "name = 'Анна Ёлкина' and phone = '+79160000001'")).toBe(1);
  });
});

describe("rows of records that are there", () => {
  const file = csv("Name,Email,Phone\nAnna New,ANNA@example.com,+4930123456\nBoris,boris@example.com,\n");

  it("are written over, and come back as they were", async () => {
    const { owner } = await makeWorkspace();
    const anna = await createContact(owner, { name: "Anna Old", email: "anna@example.com" });
    const before = await dump(owner);
    const job = await bring(owner, file, { entity: "contact" });
    expect(job.check).toMatchObject({ created: 1, updated: 1, rejected: 0 });
    expect((await run(owner, job.id)).counts).toMatchObject({ created: 1, updated: 1 });
    expect(
      await countOf(owner, "contact", "name = 'Anna New' and version = 2 and phone = '+4930123456'"),
    ).toBe(1);
    expect(await countOf(owner, "contact_point", `record_id = '${anna.id}'`)).toBe(2);
    expect(
      await countOf(
        owner,
        "record",
        `id = '${anna.id}' and title = 'Anna New' and search like '%4930123456%'`,
      ),
    ).toBe(1);
    expect(await eventsOf(anna.id)).toEqual(["contact.created", "contact.updated"]);
    await undo(owner, job.id);
    expect(await dump(owner)).toEqual(before);
  });

  it("come back with their own values under the fields of now: a slot may be another field's since", async () => {
    const { owner } = await makeWorkspace();
    const field = (label: string, filterable: boolean, type: "text" | "number" = "text") =>
      createCustomField(owner, { entity: "contact", type, label, filterable });
    const [hobby, size, tongue] = [
      await field("Hobby", true),
      await field("Size", true, "number"),
      await field("Tongue", false),
    ];
    const values = { [hobby.key]: "Chess", [size.key]: 4, [tongue.key]: "German" };
    const anna = await createContact(owner, { name: "Anna", email: "anna@example.com", custom: values });
    const text = "Name,Email,Hobby,Size,Tongue\nAnna,anna@example.com,Go,5,French\n";
    const job = await bring(owner, csv(text), { entity: "contact" });
    await run(owner, job.id);
    const filtered = async (key: string, value: unknown) =>
      (await listRecords(owner, { entity: "contact", filter: { field: key, operator: "eq", value } })).records
        .length;
    expect([await filtered(hobby.key, "Go"), await filtered(size.key, 5)]).toEqual([1, 1]);
    for (const one of [hobby, size]) await archiveCustomField(owner, { fieldId: one.id });
    const [mood, shoe] = [await field("Mood", true), await field("Shoe", true, "number")];
    expect([mood.slot, shoe.slot]).toEqual([hobby.slot, size.slot]);
    await updateCustomField(owner, { fieldId: tongue.id, changes: { filterable: true } });
    await undo(owner, job.id);
    expect((await getImport(owner, { importId: job.id })).kept).toEqual([]);
    expect([await filtered(mood.key, "Chess"), await filtered(shoe.key, 4)]).toEqual([0, 0]);
    expect([await filtered(tongue.key, "French"), await filtered(tongue.key, "German")]).toEqual([0, 1]);
    expect(
      await countOf(owner, "contact", `id = '${anna.id}' and custom = '${JSON.stringify(values)}'`),
    ).toBe(1);
    for (const one of [hobby, size]) await restoreCustomField(owner, { fieldId: one.id });
    expect([await filtered(hobby.key, "Chess"), await filtered(size.key, 4)]).toEqual([1, 1]);
  });

  it("stay as somebody left them after the import, and are named", async () => {
    const { owner } = await makeWorkspace();
    const anna = await createContact(owner, { name: "Anna Old", email: "anna@example.com" });
    const job = await bring(owner, file, { entity: "contact" });
    await run(owner, job.id);
    await updateContact(owner, { contactId: anna.id, changes: { name: "Anna Newest" } });
    await undo(owner, job.id);
    expect(await countOf(owner, "contact", "name = 'Anna Newest'")).toBe(1);
    expect(await countOf(owner, "contact")).toBe(1);
    const { kept } = await getImport(owner, { importId: job.id });
    expect(kept).toMatchObject([{ entity: "contact", id: anna.id, why: "edited" }]);
  });

  it("stay when they were given files or linked, and are named", async () => {
    const { owner } = await makeWorkspace();
    const stone = await createContact(owner, { name: "Stone" });
    const job = await bring(owner, csv("Name\nAnna\nBoris\nCarl\nDora\n"), { entity: "contact" });
    await run(owner, job.id);
    const [anna = "", boris = "", carl = ""] = await Promise.all(
      ["Anna", "Boris", "Carl"].map(async (text) => (await search(owner, { text }))[0]?.id),
    );
    await linkRecords(owner, { fromId: stone.id, toId: anna });
    await linkRecords(owner, { fromId: boris, toId: stone.id });
    process.env.DATA_DIR = await mkdtemp(join(tmpdir(), "pult-import-"));
    await addFile(
      owner,
      { recordId: carl, name: "a.txt" },
      { body: new Blob(["a"]).stream() as Incoming["body"], size: 1 },
    );
    await rm(process.env.DATA_DIR, { recursive: true });
    await undo(owner, job.id);
    expect((await listRecords(owner, { entity: "contact" })).records.length).toBe(4);
    const { kept } = await getImport(owner, { importId: job.id });
    expect(kept.map(({ title, why }) => `${title} ${why}`).toSorted()).toEqual([
      "Anna linked",
      "Boris linked",
      "Carl discussed",
    ]);
  });

  it("are left alone when asked to", async () => {
    const { owner } = await makeWorkspace();
    await createContact(owner, { name: "Anna Old", email: "anna@example.com" });
    const job = await bring(owner, file, { entity: "contact", options: { duplicates: "skip" } });
    expect((await run(owner, job.id)).counts).toMatchObject({ created: 1, updated: 0, skipped: 1 });
    expect(await countOf(owner, "contact", "name = 'Anna Old'")).toBe(1);
  });

  it("of deals are known by the id they had in the other system, and move to another stage", async () => {
    const w = await makeWorkspace();
    const rows = (stage: string, budget: string) =>
      csv(`ID,Deal Name,Amount,Deal Stage\n77,Big one,${budget},${stage}\n`);
    const first = await bring(w.owner, rows("New", "10"), { entity: "deal" });
    await run(w.owner, first.id);
    const before = await dump(w.owner);
    const second = await bring(w.owner, rows("Won", "20"), { entity: "deal" });
    expect((await run(w.owner, second.id)).counts).toMatchObject({ created: 0, updated: 1 });
    expect(
      await countOf(w.owner, "deal", `amount_minor = 2000 and outcome = 'won' and closed_at is not null`),
    ).toBe(1);
    expect(await countOf(w.owner, "record_stage_visit")).toBe(2);
    await undo(w.owner, second.id);
    expect(await dump(w.owner)).toEqual(before);
  });

  it("of deals keep the amount that their products make: a row with another is refused", async () => {
    const { owner } = await makeWorkspace();
    const rows = (name: string, amount: string) =>
      csv(`ID,Deal Name,Amount,Deal Stage\n7,${name},${amount},New\n8,Two,${amount},New\n`);
    const first = await bring(owner, rows("One", "10"), { entity: "deal" });
    await run(owner, first.id);
    const { deals } = await listDeals(owner, everything);
    const recordId = deals.find(({ title }) => title === "One")?.id ?? "";
    await addLines(owner, { recordId, lines: [{ name: "Window", priceMinor: 3_000 }] });
    const dearer = await bring(owner, rows("One", "40"), { entity: "deal" });
    expect(dearer.check).toMatchObject({ updated: 1, rejected: 1, errors: { AMOUNT_FROM_LINES: 1 } });
    expect((await run(owner, dearer.id)).counts).toMatchObject({ updated: 1, rejected: 1 });
    const same = await bring(owner, rows("One renamed", "30"), { entity: "deal" });
    expect((await run(owner, same.id)).counts).toMatchObject({ updated: 2, rejected: 0 });
    expect(await countOf(owner, "deal", "amount_minor = 3000 and title = 'One renamed'")).toBe(1);
  });

  it("of deals stay where the import put them when their former stage was removed since, and are named", async () => {
    const w = await makeWorkspace();
    const rows = (stage: string) =>
      csv(`ID,Deal Name,Deal Stage\n7,One,${stage}\n8,Two,${stage === "New" ? "In work" : stage}\n`);
    await run(w.owner, (await bring(w.owner, rows("New"), { entity: "deal" })).id);
    const second = await bring(w.owner, rows("Won"), { entity: "deal" });
    await run(w.owner, second.id);
    await removeStage(w.owner, { stageId: w.stages.work });
    await undo(w.owner, second.id);
    const { kept } = await getImport(w.owner, { importId: second.id });
    expect(kept).toMatchObject([{ title: "Two", why: "stage_removed" }]);
    const { deals } = await listDeals(w.owner, everything);
    const stageOf = (name: string) => deals.find(({ title }) => title === name)?.stageId;
    expect([stageOf("One"), stageOf("Two")]).toEqual([w.stages.fresh, w.stages.won]);
  });

  it("of deals are lost for the reason the row tells, which goes when they are open again", async () => {
    const w = await makeWorkspace();
    const move = async (stage: string, reason: string) => {
      const text = `ID,Deal Name,Deal Stage,Loss reason\n7,One,${stage},${reason}\n`;
      await run(w.owner, (await bring(w.owner, csv(text), { entity: "deal" })).id);
      return countOf(w.owner, "deal", "loss_reason_id is not null");
    };
    expect(await move("New", "")).toBe(0);
    expect(await move("Lost", "Too far away")).toBe(1);
    expect(await move("New", "")).toBe(0);
  });
});

describe("an import", () => {
  it("killed in the middle goes on, and no row is there twice", async () => {
    const w = await makeWorkspace();
    const owner = ru(w.owner);
    const job = await bring(owner, csvOf(bitrixContacts, 2100), { mapping: lenient });
    await startImport(owner, { importId: job.id });
    await prepareImport(owner, { importId: job.id });
    await importChunks(owner, { importId: job.id, from: 0, count: 2 });
    // Two processes take it up from its beginning at once, as after a lost lease.
    await Promise.all([goOn(owner, job.id), goOn(owner, job.id)]);
    const { counts } = (await getImport(owner, { importId: job.id })).job;
    expect(counts).toMatchObject({ rows: 2100, rejected: job.check?.rejected, created: job.check?.created });
    expect(await countOf(owner, "contact")).toBe(counts.created);
    expect(await countOf(owner, "import_batch")).toBe(3);
  });

  it("makes fields on the way, with the choices of its rows, and archives them when undone", async () => {
    const { owner } = await makeWorkspace();
    const job = await bring(
      owner,
      csv('Name,Email,Tags\nA,a@example.com,"vip, new"\nB,b@example.com,vip\n'),
      {
        entity: "contact",
        mapping: (now) => [
          ...now.filter((one) => one.column < 2),
          { column: 2, field: "new:2", create: { label: "Labels", type: "multi_list" }, onUnknown: "create" },
        ],
      },
    );
    expect(job.check?.create).toEqual({ "new:2": { vip: 2, new: 1 } });
    await run(owner, job.id);
    expect(await countOf(owner, "contact", "jsonb_array_length(custom -> 'c_labels') = 2")).toBe(1);
    expect(await countOf(owner, "custom_field", "archived_at is null")).toBe(1);
    await undo(owner, job.id);
    expect(await countOf(owner, "custom_field", "archived_at is null")).toBe(0);
  });

  it("tells robots nothing unless asked to", async () => {
    const { owner } = await makeWorkspace();
    const file = csv("Name,Email\nA,a@example.com\n");
    await run(owner, (await bring(owner, file, { entity: "contact" })).id);
    expect(await countOf(owner, "event", "name = 'contact.created' and relayed_at is null")).toBe(0);
    expect(await countOf(owner, "event", "name = 'contact.created' and data ->> 'muted' = 'true'")).toBe(1);
    await run(
      owner,
      (
        await bring(owner, csv("Name,Email\nB,b@example.com\n"), {
          entity: "contact",
          options: { robots: "on" },
        })
      ).id,
    );
    expect(await countOf(owner, "event", "name = 'contact.created' and relayed_at is null")).toBe(1);
    expect(await countOf(owner, "event", "name = 'import.finished'")).toBe(2);
  });

  it("gives rejected rows back with their reasons, no cell of which is a formula", async () => {
    const { owner } = await makeWorkspace();
    const job = await bring(owner, csv("Name,Email\n=cmd|,not an address\nFine,fine@example.com\n"), {
      entity: "contact",
    });
    expect(job.check).toMatchObject({ rejected: 1, errors: { NOT_AN_EMAIL: 1 } });
    await run(owner, job.id);
    const { fileName, text } = await rejectedRows(owner, { importId: job.id });
    let file = "";
    for await (const piece of text) file += piece;
    expect(fileName).toBe("file — rejected rows.csv");
    expect(file).toBe("\uFEFFLine,Reason,Name,Email\n2,Email: Not an email address,'=cmd|,not an address\n");
  });

  it("checks a changed mapping anew", async () => {
    const { owner } = await makeWorkspace();
    const job = await bring(owner, csv("Name,Email\nA,oops\n"), { entity: "contact" });
    expect(job.check?.rejected).toBe(1);
    const { mapImport } = await import(".");
    await mapImport(owner, { importId: job.id, mapping: [{ column: 0, field: "name" }] });
    await expect(startImport(owner, { importId: job.id })).rejects.toMatchObject({ code: "IMPORT_NOT_NOW" });
    await check(owner, job.id);
    expect((await getImport(owner, { importId: job.id })).job.check).toMatchObject({
      rejected: 0,
      created: 1,
    });
  });
});

describe("a row that only the database refuses", () => {
  it("is rejected alone; the rest of its chunk is written, and undone whole", async () => {
    const { owner } = await makeWorkspace();
    const anna = await createContact(owner, { name: "Anna", email: "anna@example.com" });
    const before = await dump(owner);
    await asOwner("alter table contact add constraint no_poison check (name <> 'Poison')");
    try {
      const names = ["Anna 1", "Boris", "Poison", "Carl", "Anna 2"];
      const emails = [
        "anna@example.com",
        "b@example.com",
        "p@example.com",
        "c@example.com",
        "anna@example.com",
      ];
      const text = names.map((name, place) => `${name},${emails[place]}`).join("\n");
      const job = await bring(owner, csv(`Name,Email\n${text}\n`), { entity: "contact" });
      expect((await run(owner, job.id)).counts).toMatchObject({ created: 2, updated: 2, rejected: 1 });
      expect(await countOf(owner, "contact", `id = '${anna.id}' and name = 'Anna 2'`)).toBe(1);
      await undo(owner, job.id);
      expect(await dump(owner)).toEqual(before);
      expect((await getImport(owner, { importId: job.id })).kept).toEqual([]);
    } finally {
      await asOwner("alter table contact drop constraint no_poison");
    }
  });
});

/** Changes a table, as a migration would. */
async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_DIRECT_URL });
  await client.connect();
  await client.query(statement);
  await client.end();
}

describe("who may import", () => {
  const file = csv("Name,Email\nA,a@example.com\n");

  it("not an observer", async () => {
    const w = await makeWorkspace();
    const observer = await makeMember(w, "observer");
    await expect(bring(observer, file, { entity: "contact" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("a seller: their own deals, not a colleague's; and no new fields or stages", async () => {
    const w = await makeWorkspace();
    const seller = await makeMember(w, "sales", "Sveta");
    const deals = csv("Deal Name,Deal Stage,Deal owner,Lead source\nMine,New,Sveta,Fair\nTheirs,New,Anna,\n");
    const job = await bring(seller, deals, { entity: "deal" });
    expect(job.check).toMatchObject({ created: 1, rejected: 1, errors: { NOT_YOURS: 1 } });
    const making = (now: { column: number; field: string }[]) =>
      now.map((one) => ({ ...one, onUnknown: "create" as const }));
    await expect(bring(seller, deals, { entity: "deal", mapping: making })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("nobody sees another's import, nor another organization's", async () => {
    const w = await makeWorkspace();
    const job = await bring(w.owner, file, { entity: "contact" });
    const seller = await makeMember(w, "sales");
    await expect(getImport(seller, { importId: job.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const other = await makeWorkspace("Other");
    await expect(getImport(other.owner, { importId: job.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(startImport(other.owner, { importId: job.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await run(w.owner, job.id);
    expect(await countOf(other.owner, "contact")).toBe(0);
  });

  it("an option's owner or stage of another organization is refused", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const ownerId = other.owner.member?.id ?? null;
    await expect(bring(w.owner, file, { entity: "contact", options: { ownerId } })).rejects.toMatchObject({
      code: "INVALID",
      field: "ownerId",
    });
  });
});

describe("text that cannot be stored", () => {
  it("neither breaks the header nor the check; its row is refused", async () => {
    const { owner } = await makeWorkspace();
    const long = `${"я".repeat(198)}\u{1F600}`;
    const text = `Name,Stage\u0000,Email\nNul\u0000,x,a@example.com\n${"x".repeat(199)}\u{1F600}y,${long},b@example.com\n`;
    const job = await bring(owner, csv(text), {
      entity: "contact",
      mapping: (now) => [
        ...now.filter((one) => one.column !== 1),
        { column: 1, field: "new:1", create: { label: "Stage", type: "list" }, onUnknown: "create" },
      ],
    });
    expect(job.check).toMatchObject({ created: 1, rejected: 1, errors: { UNSTORABLE: 1 } });
    expect((await run(owner, job.id)).counts).toMatchObject({ created: 1, rejected: 1 });
  });
});

describe("a file that is no table", () => {
  it.each([
    ["", "EMPTY"],
    ["\xd0\xcf\x11\xe0 old", "OLD_EXCEL"],
    ["%PDF-1.7", "NOT_A_SPREADSHEET"],
    ["PK\x03\x04 broken", "NOT_A_SPREADSHEET"],
  ])("%j is refused as %s, and nothing of it is kept", async (text, fault) => {
    const { owner } = await makeWorkspace();
    await expect(bring(owner, [Buffer.from(text, "latin1")])).rejects.toMatchObject({
      code: "FILE_UNREADABLE",
      data: { fault },
    });
    expect(await countOf(owner, "import_job")).toBe(0);
  });
});
