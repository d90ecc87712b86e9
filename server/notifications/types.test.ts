import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { changeActivity, createActivity } from "@/server/crm/activities";
import { createCompany } from "@/server/crm/companies";
import { createContact } from "@/server/crm/contacts";
import { createDeal, updateDeal } from "@/server/crm/deals";
import { createInvoice, issueInvoice, markOverdueInvoices, recordPayment } from "@/server/crm/invoices";
import { createLead } from "@/server/crm/leads";
import { addLines } from "@/server/crm/line-items";
import { createItem, createList } from "@/server/crm/lists";
import { createProduct } from "@/server/crm/products";
import { listRecords } from "@/server/crm/registry";
import { listWatchers, watchRecord } from "@/server/crm/watchers";
import { createCustomField } from "@/server/fields";
import { addFile, type Incoming } from "@/server/files";
import type { Context } from "@/server/platform";
import { makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import { importerContext } from "@/server/transfer";
import { bring, run } from "@/server/transfer/testing.fixture";
import { hear } from "./hear.fixture";
import { changeNotificationSettings, myNotifications, readNotifications } from "./index";

useTestDatabase();

const usual = { ...process.env };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pult-notices-"));
  process.env.DATA_DIR = folder;
});
afterAll(async () => {
  process.env.DATA_DIR = usual.DATA_DIR ?? "";
  await rm(folder, { recursive: true });
});

const idOf = (ctx: Context) => ctx.member?.id ?? "";

async function heard(ctx: Context, language: "en" | "ru" = "en") {
  const { items } = await myNotifications({ ...ctx, language }, { unread: false, limit: 50 });
  return items.map(({ type, text }) => [type, text]);
}

async function place() {
  const w = await makeWorkspace();
  const vera = await makeMember(w, "sales", "Vera");
  const { id } = await createDeal(w.owner, { title: "Windows", stageId: w.stages.fresh });
  await watchRecord(w.owner, { recordId: id });
  return { w, vera, dealId: id };
}

type Make = (w: Workspace, ownerId: string) => Promise<{ id: string }>;

describe("a record made for a colleague", () => {
  const kinds: [string, Make][] = [
    ["deal", (w, ownerId) => createDeal(w.owner, { title: "T", stageId: w.stages.fresh, ownerId })],
    ["lead", (w, ownerId) => createLead(w.owner, { title: "T", ownerId })],
    ["contact", (w, ownerId) => createContact(w.owner, { name: "T", ownerId })],
    ["company", (w, ownerId) => createCompany(w.owner, { name: "T", ownerId })],
    ["product", (w, ownerId) => createProduct(w.owner, { name: "T", ownerId })],
    ["invoice", (w, ownerId) => createInvoice(w.owner, { ownerId })],
    [
      "list item",
      async (w, ownerId) => {
        const { id: listId } = await createList(w.owner, { name: "L", itemName: "I" });
        return createItem(w.owner, { listId, title: "T", ownerId });
      },
    ],
  ];
  it.each(kinds)("tells them of a %s, once, and makes them watch it", async (_kind, make) => {
    const { w, vera } = await place();
    const { id } = await make(w, idOf(vera));
    await hear(w, id);
    await hear(w, id);
    expect(await heard(vera)).toEqual([["assigned", "New, and yours. Made by Anna"]]);
    expect(await heard(vera, "ru")).toEqual([["assigned", "Новая карточка, ответственный — вы. От: Anna"]]);
    expect(await listWatchers(w.owner, { recordId: id })).toMatchObject([{ name: "Vera" }]);
  });

  it("tells nobody of what one makes for oneself, who needs not watch it", async () => {
    const { w, vera } = await place();
    const { id } = await createDeal(vera, { title: "Mine", stageId: w.stages.fresh });
    await hear(w, id);
    expect(await heard(vera)).toEqual([]);
    expect(await listWatchers(vera, { recordId: id })).toEqual([]);
  });

  it.each(["on", "muted"] as const)("tells nobody of an import, robots %s", async (robots) => {
    const { w, vera } = await place();
    const mine = await createContact(w.owner, { name: "Zoe", email: "zoe@example.com" });
    const rows = ["Zoe,zoe@example.com", "Ann,ann@example.com", "Bob,bob@example.com"];
    const csv = `Name,Email,Owner\n${rows.map((row) => `${row},Vera`).join("\n")}\n`;
    const options = { robots, duplicates: "update", key: "email" } as const;
    const job = await bring(w.owner, [Buffer.from(csv)], { entity: "contact", options });
    const importer = await importerContext({ organizationId: w.owner.organizationId, importId: job.id });
    expect((await run(importer ?? w.owner, job.id)).counts).toMatchObject({
      created: 2,
      updated: 1,
      rejected: 0,
    });
    const { records } = await listRecords(w.owner, { entity: "contact" });
    expect(records.map(({ ownerId }) => ownerId)).toEqual([idOf(vera), idOf(vera), idOf(vera)]);
    for (const { id } of records) await hear(w, id);
    expect(records.map(({ id }) => id)).toContain(mine.id);
    expect(await heard(vera)).toEqual([]);
    expect(await heard(w.owner)).toEqual([]);
  });
});

describe("an activity for somebody else", () => {
  it("is told of when it is planned and when it is handed on, but not of one's own or of what is done", async () => {
    const { w, vera, dealId } = await place();
    await updateDeal(w.owner, { dealId, changes: { ownerId: idOf(vera) } });
    const about = { recordId: dealId, ownerId: idOf(vera) };
    await createActivity(w.owner, { ...about, title: "Call Olga", kind: "call" });
    await createActivity(w.owner, { ...about, title: "Called", done: true });
    await createActivity(vera, { ...about, title: "Her own" });
    const actor = { type: "robot", id: w.owner.newId(), name: "R" } as const;
    await createActivity({ ...w.owner, actor, member: null }, { ...about, title: "A robot's" });
    const given = await createActivity(w.owner, {
      recordId: dealId,
      title: "Measure",
      ownerId: idOf(w.owner),
    });
    await changeActivity(w.owner, { activityId: given.id, changes: { ownerId: idOf(vera) } });
    await changeActivity(w.owner, { activityId: given.id, changes: { title: "Measure it" } });
    await hear(w, dealId);
    const mine = (await heard(vera)).filter(([type]) => type === "activity_assigned");
    expect(mine).toEqual([
      ["activity_assigned", "Anna planned for you: Measure"],
      ["activity_assigned", "Anna planned for you: Call Olga"],
    ]);
    expect((await heard(vera, "ru"))[0]).toEqual(["activity_assigned", "Новое дело: Measure. От: Anna"]);
    expect((await heard(w.owner)).filter(([type]) => type === "activity_assigned")).toEqual([]);
  });
});

describe("an invoice", () => {
  async function issued() {
    const { w, vera } = await place();
    const { id: invoiceId } = await createInvoice(vera, { dueAt: new Date("2026-01-15T12:00:00Z") });
    await addLines(vera, { recordId: invoiceId, lines: [{ name: "Window", priceMinor: 120_000 }] });
    await issueInvoice(vera, { invoiceId });
    return { w, vera, invoiceId };
  }

  it("tells its owner that it is paid", async () => {
    const { w, vera, invoiceId } = await issued();
    await recordPayment(w.owner, { invoiceId, amountMinor: 20_000 });
    await hear(w, invoiceId);
    expect(await heard(vera)).toEqual([]);
    await recordPayment(w.owner, { invoiceId });
    await hear(w, invoiceId);
    expect(await heard(vera)).toEqual([["invoice_paid", "Paid: €1,200"]]);
    expect(await heard(vera, "ru")).toEqual([["invoice_paid", "Оплачен: 1 200 €"]]);
  });

  it("tells its owner and watchers that its day has passed", async () => {
    const { w, vera, invoiceId } = await issued();
    await watchRecord(w.owner, { recordId: invoiceId });
    await markOverdueInvoices(new Date("2026-02-01T12:00:00Z"));
    await hear(w, invoiceId);
    for (const ctx of [vera, w.owner])
      expect(await heard(ctx)).toEqual([["invoice_overdue", "Payment is overdue: €1,200"]]);
  });
});

describe("a file", () => {
  const bytes = (): Incoming => ({ body: new Blob(["x"]).stream() as Incoming["body"], size: null });

  it("is told of to who owns or watches its record, several in one notice", async () => {
    const { w, dealId } = await place();
    const boris = await makeMember(w, "head_of_sales");
    for (const name of ["a.pdf", "b.pdf"]) {
      await addFile(boris, { recordId: dealId, name }, bytes());
      await hear(w, dealId);
      await hear(w, dealId);
    }
    expect(await heard(w.owner)).toEqual([["file_added", "Boris added 2 files: a.pdf, b.pdf"]]);
    expect(await heard(w.owner, "ru")).toEqual([["file_added", "Новые файлы (2): a.pdf, b.pdf. От: Boris"]]);
    expect(await heard(boris)).toEqual([]);
  });
});

describe("changed fields", () => {
  it("are one notice an hour while it is not read, by the names people gave them", async () => {
    const { w, dealId } = await place();
    const boris = await makeMember(w, "head_of_sales");
    const { key } = await createCustomField(w.owner, { entity: "deal", type: "text", label: "Colour" });
    await updateDeal(boris, { dealId, changes: { title: "Doors" } });
    await hear(w, dealId);
    await updateDeal(boris, { dealId, changes: { amountMinor: 100, [key]: "red" } });
    await hear(w, dealId);
    await hear(w, dealId);
    expect(await heard(w.owner)).toEqual([["field_changed", "Boris changed: Title, Colour, Amount"]]);
    expect(await heard(w.owner, "ru")).toEqual([
      ["field_changed", "Изменено: Название, Colour, Сумма. Автор: Boris"],
    ]);
    expect(await heard(boris)).toEqual([]);
    await readNotifications(w.owner, {});
    await updateDeal(boris, { dealId, changes: { title: "Gates" } });
    await hear(w, dealId);
    expect((await heard(w.owner))[0]).toEqual(["field_changed", "Boris changed: Title"]);
  });

  it("begin a new notice after an hour, and each is a letter where that was chosen", async () => {
    const { w, dealId } = await place();
    const boris = await makeMember(w, "head_of_sales");
    await updateDeal(boris, { dealId, changes: { title: "Doors" } });
    await hear(w, dealId);
    const later = new Date(Date.now() + 61 * 60_000);
    await updateDeal(boris, { dealId, changes: { title: "Gates" } });
    await hear(w, dealId, later);
    expect(await heard(w.owner)).toHaveLength(2);
    await readNotifications(w.owner, {});
    await changeNotificationSettings(w.owner, { channels: { field_changed: "email" } });
    await updateDeal(boris, { dealId, changes: { title: "Fences" } });
    expect(await hear(w, dealId, later)).toHaveLength(1);
  });

  it("of a colleague only: a new owner is told of that alone, robots and imports are passed over", async () => {
    const { w, vera, dealId } = await place();
    await watchRecord(await makeMember(w, "observer", "Oleg"), { recordId: dealId });
    const robot = {
      ...w.owner,
      actor: { type: "robot", id: w.owner.newId(), name: "R" },
      member: null,
    } as const;
    await updateDeal(robot, { dealId, changes: { title: "Doors" } });
    const file = { ...w.owner, actor: { ...w.owner.actor, file: "deals.csv" } } as Context;
    await updateDeal(file, { dealId, changes: { title: "Gates" } });
    await updateDeal(w.owner, { dealId, changes: { ownerId: idOf(vera) } });
    await hear(w, dealId);
    expect(await heard(vera)).toEqual([["assigned", "Anna made you the owner"]]);
    expect(await heard(w.owner)).toEqual([]);
  });
});
