import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { message } from "@/db/schema/messaging";
import { useTestDatabase } from "@/db/testing";
import { createContact } from "@/server/crm/contacts";
import { createDeal } from "@/server/crm/deals";
import { asWorker } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace } from "@/server/testing/fixtures";
import { callerOf } from "./testing.fixture";

useTestDatabase();

const usual = { ...process.env };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pult-api-"));
  process.env.DATA_DIR = folder;
});
afterAll(async () => {
  process.env.DATA_DIR = usual.DATA_DIR ?? "";
  await rm(folder, { recursive: true });
});

async function place() {
  const w = await makeWorkspace();
  const { id: dealId } = await createDeal(w.owner, { title: "Windows", stageId: w.stages.fresh });
  return { w, dealId, call: await callerOf(w.owner) };
}

describe("an invoice over the API", () => {
  it("is made of lines, issued, printed, paid in parts", async () => {
    const { call } = await place();
    const product = await call("POST", "/products", { name: "Window", sku: "W-1", priceMinor: 10_000 });
    expect(product).toMatchObject({ status: 201, body: { sku: "W-1" } });
    const { id } = (await call("POST", "/invoices", { note: "Thanks" })).body;
    const lines = [{ productId: product.body.id, quantity: 2_000 }];
    const added = await call("POST", `/invoices/${id}/lines`, { lines });
    expect(added.body).toMatchObject({ totals: { totalMinor: 20_000 }, lines: [{ name: "Window" }] });
    expect((await call("POST", `/invoices/${id}/issue`, {}, { "if-match": '"1"' })).status).toBe(412);
    const issued = await call("POST", `/invoices/${id}/issue`);
    expect(issued.body).toMatchObject({ status: "sent", totalMinor: 20_000 });
    expect((await call("GET", `/invoices/${id}/link`)).body.url).toContain("/invoice/");
    const pdf = await call("GET", `/invoices/${id}/pdf`);
    expect(pdf.headers.get("content-type")).toBe("application/pdf");
    expect(pdf.body.text).toMatch(/^%PDF/);
    const part = await call("POST", `/invoices/${id}/payments`, { amountMinor: 5_000 });
    expect(part.body).toMatchObject({ status: "sent", paidMinor: 5_000 });
    expect((await call("POST", `/invoices/${id}/void`, { reason: "No" })).body.code).toBe(
      "INVOICE_HAS_PAYMENTS",
    );
    const [paid] = (await call("GET", `/invoices/${id}/payments`)).body.items as { id: string }[];
    expect((await call("DELETE", `/invoices/${id}/payments/${paid?.id}`)).body).toMatchObject({
      paidMinor: 0,
    });
    const voided = await call("POST", `/invoices/${id}/void`, { reason: "A mistake" });
    expect(voided.body).toMatchObject({ status: "void" });
    expect((await eventsOf(id)).at(-1)).toBe("invoice.voided");
  });

  it("is written of once, however often a request is repeated", async () => {
    const { w, dealId, call } = await place();
    await call("PUT", `/deals/${dealId}/lines`, { lines: [{ name: "Window", priceMinor: 100 }] });
    const { id } = (await call("POST", "/invoices", { dealId })).body;
    const send = (to: string) =>
      call("POST", `/invoices/${id}/send`, { to }, { "idempotency-key": "letter-1" });
    expect((await send("olga@example.com")).body).toMatchObject({ status: "sent" });
    const again = await send("olga@example.com");
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect((await send("other@example.com")).body.code).toBe("IDEMPOTENCY_REUSED");
    const letters = await asWorker((tx) =>
      tx.select().from(message).where(eq(message.organizationId, w.owner.organizationId)),
    );
    expect(letters.map(({ recipient }) => recipient)).toEqual(["olga@example.com"]);
  });
});

describe("a file over the API", () => {
  it("goes in as bytes and comes out the same, by its version", async () => {
    const { dealId, call } = await place();
    const put = (text: string) =>
      call("POST", `/deals/${dealId}/files?name=Offer.txt`, text, { "content-type": "text/plain" });
    const { status, body } = await put("first");
    expect([status, body.name]).toEqual([201, "Offer.txt"]);
    const next = await call("POST", `/files/${body.id}/versions`, "second");
    expect(next.body.versions).toMatchObject([{ number: 2, size: 6 }, { number: 1 }]);
    expect((await call("GET", `/files/${body.id}/content`)).body.text).toBe("second");
    const first = await call("GET", `/files/${body.id}/content?version=1`);
    expect(first.body.text).toBe("first");
    expect(first.headers.get("content-disposition")).toMatch(/^attachment; filename="Offer.txt"/);
    expect((await call("GET", `/deals/${dealId}/files`)).body.items).toMatchObject([{ id: body.id }]);
    expect((await call("DELETE", `/files/${body.id}`)).status).toBe(204);
    expect((await call("GET", `/files/${body.id}/content`)).status).toBe(404);
  });

  it("is uploaded once under one key, and a refusal is not kept", async () => {
    const { dealId, call } = await place();
    const put = (name: string) =>
      call("POST", `/deals/${dealId}/files?name=${name}`, "bytes", { "idempotency-key": "file-1" });
    expect((await put("")).body).toMatchObject({ status: 400, errors: [{ field: "name" }] });
    const copies = await Promise.all(Array.from({ length: 6 }, () => put("a.txt")));
    const answers = new Set(copies.map(({ status, body }) => (status === 201 ? body.id : body.code)));
    answers.delete("IDEMPOTENCY_IN_FLIGHT");
    expect([...answers]).toEqual([(await put("a.txt")).body.id]);
    expect((await call("GET", `/deals/${dealId}/files`)).body.items).toHaveLength(1);
  });

  it("takes the right to the record besides the right to files", async () => {
    const { w, dealId } = await place();
    const path = `/deals/${dealId}/files?name=a.txt`;
    const onlyFiles = await callerOf(w.owner, ["files:write", "deals:read"]);
    expect((await onlyFiles("POST", path, "text")).body.code).toBe("FORBIDDEN");
    const onlyDeals = await callerOf(w.owner, ["deals:write"]);
    expect((await onlyDeals("POST", path, "text")).body.code).toBe("SCOPE_MISSING");
    const both = await callerOf(w.owner, ["files:write", "deals:write"]);
    expect((await both("POST", path, "text")).status).toBe(201);
  });
});

describe("what stands around a record", () => {
  it("is there under its own kind only", async () => {
    const { dealId, call } = await place();
    for (const path of ["files", "links", "watchers", "lines"])
      expect((await call("GET", `/invoices/${dealId}/${path}`)).status).toBe(404);
    expect((await call("POST", `/invoices/${dealId}/lines`, { lines: [{ name: "T" }] })).status).toBe(404);
  });

  it("is linked in a role, watched, and tagged", async () => {
    const { w, dealId, call } = await place();
    const { id: toId } = await createContact(w.owner, { name: "Olga" });
    const { id: linkId } = (await call("POST", `/deals/${dealId}/links`, { toId, role: "decides" })).body;
    await call("PATCH", `/deals/${dealId}/links/${linkId}`, { role: "pays" });
    const linked = await call("GET", `/contacts/${toId}/links`);
    expect(linked.body.items).toMatchObject([{ role: "pays", record: { id: dealId, title: "Windows" } }]);
    const other = await createDeal(w.owner, { title: "Doors", stageId: w.stages.fresh });
    for (const [method, body] of [["PATCH", { role: "none" }], ["DELETE"]] as const)
      expect((await call(method, `/deals/${other.id}/links/${linkId}`, body)).status).toBe(404);
    const seer = await makeMember(w, "observer");
    const memberId = seer.member?.id ?? "";
    expect((await call("POST", `/deals/${dealId}/watchers`, { memberId })).status).toBe(204);
    expect((await call("GET", `/deals/${dealId}/watchers`)).body.items).toMatchObject([{ memberId }]);
    expect((await call("DELETE", `/deals/${dealId}/watchers/${memberId}`)).status).toBe(204);
    expect((await call("GET", `/deals/${dealId}/watchers`)).body.items).toEqual([]);
    const tag = (await call("POST", "/tags", { name: "VIP" })).body;
    const tagged = await call("PATCH", `/deals/${dealId}`, { custom: { tags: [tag.id] } });
    expect(tagged.body.custom).toEqual({ tags: [tag.id] });
    expect((await call("GET", "/tags")).body.items).toMatchObject([{ name: "VIP", records: 1 }]);
  });

  it("is planned, changed, done with a result, and taken off", async () => {
    const { dealId, call } = await place();
    const dueAt = "2027-03-01T09:00:00.000Z";
    const made = await call("POST", `/deals/${dealId}/activities`, { title: "Call", kind: "call", dueAt });
    const one = `/activities/${made.body.id}`;
    expect((await call("PATCH", one, { durationMinutes: 45 })).body).toMatchObject({ durationMinutes: 45 });
    const day = "/activities?from=2027-03-01T00:00:00Z&to=2027-03-02T00:00:00Z&state=open";
    expect((await call("GET", day)).body).toMatchObject({ items: [{ record: { id: dealId } }], more: false });
    const done = await call("POST", `${one}/complete`, { result: "Agreed" });
    expect(done.body).toMatchObject({ result: "Agreed" });
    expect((await call("GET", day)).body.items).toEqual([]);
    expect((await call("DELETE", one)).status).toBe(204);
    expect((await call("POST", `${one}/restore`)).status).toBe(204);
  });

  it("has comments that their author says anew", async () => {
    const { w, dealId, call } = await place();
    const { id } = (await call("POST", `/deals/${dealId}/comments`, { text: "Frist" })).body;
    expect((await call("PATCH", `/comments/${id}`, { text: "First" })).status).toBe(204);
    const other = await callerOf(await makeMember(w, "admin"));
    expect((await other("PATCH", `/comments/${id}`, { text: "Mine" })).status).toBe(403);
  });
});

describe("what a workspace is set up with", () => {
  it("tells its lists, and which records stand in one", async () => {
    const { call } = await place();
    const list = (await call("POST", "/lists", { name: "Requests", itemName: "Request" })).body;
    const item = await call("POST", "/list-items", { listId: list.id, title: "Paper" });
    expect(item.status).toBe(201);
    expect((await call("GET", "/lists")).body.items).toMatchObject([{ id: list.id, count: 1 }]);
    const filter = encodeURIComponent(JSON.stringify({ field: "listId", operator: "eq", value: list.id }));
    expect((await call("GET", `/list-items?filter=${filter}`)).body.items).toMatchObject([
      { title: "Paper" },
    ]);
    await call("POST", `/lists/${list.id}/archive`);
    expect((await call("GET", "/lists")).body.items).toEqual([]);
    expect((await call("GET", "/lists?archived=true")).body.items).toHaveLength(1);
  });

  it("keeps a catalogue in branches that do not bite their own tail", async () => {
    const { call } = await place();
    const doors = (await call("POST", "/categories", { name: "Doors" })).body;
    const steel = (await call("POST", "/categories", { name: "Steel", parentId: doors.id })).body;
    const loop = await call("PUT", `/categories/${doors.id}`, { name: "Doors", parentId: steel.id });
    expect(loop.body).toMatchObject({ code: "CATEGORY_LOOP", errors: [{ field: "parentId" }] });
    const nobodys = "0198c0de-0000-7000-8000-000000000000";
    expect((await call("PUT", `/categories/${nobodys}`, { name: "T" })).status).toBe(404);
    expect((await call("DELETE", `/categories/${doors.id}`)).status).toBe(204);
    expect((await call("GET", "/categories")).body.items).toMatchObject([{ name: "Steel", parentId: null }]);
  });

  it("says what currencies cost, by those who may settle that", async () => {
    const { w, call } = await place();
    const rate = { currency: "USD", day: "2026-01-01", rateMicros: 900_000 };
    expect((await call("POST", "/rates", rate)).body).toMatchObject(rate);
    expect((await call("GET", "/currencies")).body).toMatchObject({
      base: "EUR",
      items: [{ currency: "EUR" }, { currency: "USD", rate }],
    });
    const seller = await callerOf(await makeMember(w, "sales"));
    expect((await seller("POST", "/rates", rate)).body.code).toBe("FORBIDDEN");
    expect((await seller("GET", "/rates?currency=USD")).body.items).toMatchObject([rate]);
    expect((await call("DELETE", "/currencies?currency=USD")).status).toBe(204);
  });
});
