import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { apiKey } from "@/db/schema/public-api";
import { useTestDatabase } from "@/db/testing";
import { listActivities } from "@/server/crm/activities";
import { createContact } from "@/server/crm/contacts";
import { createDeal } from "@/server/crm/deals";
import { recordTimeline } from "@/server/crm/timeline";
import { createCustomField } from "@/server/fields";
import { removeMember } from "@/server/identity";
import { asWorker, newId } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace } from "@/server/testing/fixtures";
import { createApiKey, listApiKeys, revokeApiKey } from "./index";
import { requestsAMinute } from "./keys/open-api-key";
import { callerOf, callerWith } from "./testing.fixture";

useTestDatabase();

describe("records over the API", () => {
  it("are made, listed, read, changed, moved, trashed and restored", async () => {
    const w = await makeWorkspace();
    const call = await callerOf(w.owner);
    const closesAt = "2026-12-31T00:00:00.000Z";
    const made = await call("POST", "/deals", { title: "Roof", stageId: w.stages.fresh, closesAt });
    expect(made).toMatchObject({
      status: 201,
      body: { title: "Roof", entity: "deal", closesAt, version: 1 },
    });
    expect(made.headers.get("etag")).toBe('"1"');
    const one = `/deals/${made.body.id}`;
    expect(await call("GET", one)).toMatchObject({ status: 200, body: made.body });
    const changed = await call("PATCH", one, { amountMinor: 5_000 }, { "if-match": '"1"' });
    expect(changed).toMatchObject({ status: 200, body: { amountMinor: 5_000, version: 2 } });
    const moved = await call("POST", `${one}/move`, { stageId: w.stages.work });
    expect(moved.body).toMatchObject({ stageId: w.stages.work, version: 3 });
    expect((await call("DELETE", one)).status).toBe(204);
    expect((await call("GET", one)).status).toBe(404);
    expect(await call("POST", `${one}/restore`)).toMatchObject({ status: 200, body: { title: "Roof" } });
    expect(await eventsOf(String(made.body.id))).toEqual([
      "deal.created",
      "deal.updated",
      "deal.stage_changed",
      "deal.deleted",
      "deal.restored",
    ]);
  });

  it("have their phones, emails and addresses written anew", async () => {
    const w = await makeWorkspace();
    const call = await callerOf(w.owner);
    const { body } = await call("POST", "/contacts", { name: "Olga", phone: "+49 30 1234567" });
    const path = `/contacts/${body.id}/points`;
    const points = [
      { kind: "email", value: "olga@example.com", label: "Work" },
      { kind: "phone", value: "+49 30 7654321" },
      { kind: "address", value: "Berlin, Oak street 1" },
    ];
    const written = await call("PUT", path, { points }, { "if-match": '"1"' });
    expect(written.status).toBe(200);
    expect(await call("GET", path)).toMatchObject({ status: 200, body: { items: written.body.items } });
    const [address, email, phone] = points.toSorted((a, b) => a.kind.localeCompare(b.kind));
    expect(written.body.items).toMatchObject([address, email, phone]);
    const { body: after } = await call("GET", `/contacts/${body.id}`);
    expect(after).toMatchObject({ phone: "+49 30 7654321", email: "olga@example.com", version: 2 });
    expect((await call("PUT", path, { points }, { "if-match": '"1"' })).status).toBe(412);
    const wrong = await call("PUT", path, { points: [{ kind: "email", value: "nobody" }] });
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ field: "points.0.value" }] } });
    expect((await call("GET", "/deals/00000000-0000-7000-8000-000000000000/points")).status).toBe(404);
  });

  it("are told of as the member's, by the name of the key", async () => {
    const w = await makeWorkspace();
    const call = await callerOf(w.owner);
    const { body } = await call("POST", "/contacts", { name: "Olga" });
    const { entries } = await recordTimeline(w.owner, { recordId: String(body.id), limit: 10 });
    expect(entries[0]?.actor).toMatchObject({ type: "member", id: w.owner.member?.id, via: "Test" });
    const { body: seen } = await call("GET", `/contacts/${body.id}/timeline`);
    expect(seen.items).toMatchObject([{ name: "contact.created", actor: { via: "Test" } }]);
  });

  it("are filtered, searched, sorted, counted and paged", async () => {
    const w = await makeWorkspace();
    const call = await callerOf(w.owner);
    const deals = ["Aa", "Bb", "Cc"].map((title) => ({ title, stageId: w.stages.fresh }));
    for (const deal of deals) await createDeal(w.owner, deal);
    const filter = JSON.stringify({ field: "title", operator: "ne", value: "Bb" });
    const first = await call(
      "GET",
      `/deals?sort=title&limit=1&count=true&filter=${encodeURIComponent(filter)}`,
    );
    expect(first.body).toMatchObject({ items: [{ title: "Aa" }], total: 2 });
    const cursor = String(first.body.nextCursor);
    const next = await call(
      "GET",
      `/deals?sort=title&limit=1&cursor=${cursor}&filter=${encodeURIComponent(filter)}`,
    );
    expect(next.body).toMatchObject({ items: [{ title: "Cc" }], nextCursor: null, total: null });
    expect((await call("GET", "/deals?search=bb&fields=title")).body).toMatchObject({
      items: [{ title: "Bb" }],
    });
    expect((await call("GET", "/search?text=cc")).body).toMatchObject({ items: [{ title: "Cc" }] });
  });

  it("hold the organization's own fields", async () => {
    const w = await makeWorkspace();
    const call = await callerOf(w.owner);
    const { key } = await createCustomField(w.owner, {
      ...{ entity: "contact", type: "number", label: "Size" },
    });
    const made = await call("POST", "/contacts", { name: "Olga", custom: { [key]: 3 } });
    expect(made).toMatchObject({ status: 201, body: { custom: { [key]: 3 } } });
    const refused = await call("PATCH", `/contacts/${made.body.id}`, { custom: { [key]: "x" } });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: key }] } });
  });

  it("are asked for what the organization requires, by the name of its field", async () => {
    const w = await makeWorkspace();
    const call = await callerOf(w.owner);
    const { key } = await createCustomField(w.owner, {
      ...{ entity: "lead", type: "number", label: "Size", required: true },
    });
    expect(await call("POST", "/leads", { title: "Roof" })).toMatchObject({
      status: 400,
      body: { code: "FIELD_REQUIRED", errors: [{ field: key, message: "Fill this in." }] },
    });
    expect(await call("POST", "/leads", { title: "Roof", custom: { [key]: 3 } })).toMatchObject({
      status: 201,
    });
  });

  it("have activities and comments", async () => {
    const w = await makeWorkspace();
    const call = await callerOf(w.owner);
    const { id } = await createContact(w.owner, { name: "Olga" });
    const dueAt = "2026-12-01T09:00:00+03:00";
    const made = await call("POST", `/contacts/${id}/activities`, { title: "Call", kind: "call", dueAt });
    expect(made).toMatchObject({ status: 201, body: { dueAt: "2026-12-01T06:00:00.000Z" } });
    expect((await call("POST", `/activities/${made.body.id}/complete`)).status).toBe(200);
    expect(await listActivities(w.owner, { recordId: id })).toMatchObject([{ doneAt: expect.any(Date) }]);
    // A contact is not found among deals.
    expect((await call("GET", `/deals/${id}/activities`)).status).toBe(404);
    const said = await call("POST", `/contacts/${id}/comments`, { text: "Hello" });
    expect(said.status).toBe(201);
    expect((await call("DELETE", `/comments/${said.body.id}`)).status).toBe(204);
  });
});

it("the event log is read on from where one stopped, without what is Pult's own business", async () => {
  const w = await makeWorkspace();
  const call = await callerOf(w.owner);
  for (const title of ["A", "B"]) await call("POST", "/deals", { title, stageId: w.stages.fresh });
  const first = await call("GET", "/events?limit=1");
  expect(first.body.items).toMatchObject([{ name: "deal.created", data: { title: "A" } }]);
  const rest = await call("GET", `/events?cursor=${String(first.body.nextCursor)}`);
  expect(rest.body).toMatchObject({ items: [{ data: { title: "B" } }], nextCursor: null });
  expect((await call("GET", "/events?name=deal.deleted")).body).toEqual({ items: [], nextCursor: null });
});

describe("a key", () => {
  it("is needed, and ends when it is revoked, expires or its member leaves", async () => {
    const w = await makeWorkspace();
    const seller = await makeMember(w, "sales");
    expect(await callerWith("nonsense")("GET", "/me")).toMatchObject({
      status: 401,
      body: { code: "API_KEY_INVALID" },
    });
    const { id, text } = await createApiKey(seller, { name: "Mine", scopes: ["deals:read"] });
    const call = callerWith(text);
    expect((await call("GET", "/me")).body).toMatchObject({ role: "sales", key: "Mine" });
    expect((await callerWith(`${text.slice(0, -3)}xxx`)("GET", "/me")).status).toBe(401);
    expect((await listApiKeys(seller))[0]).toMatchObject({ id, lastUsedAt: expect.any(Date) });
    await revokeApiKey(w.owner, { keyId: id });
    expect((await call("GET", "/me")).status).toBe(401);
    expect(await eventsOf(id)).toEqual(["api_key.created", "api_key.revoked"]);

    const second = await createApiKey(seller, { name: "B", scopes: ["deals:read"], expiresInDays: 1 });
    await asWorker((tx) =>
      tx
        .update(apiKey)
        .set({ expiresAt: new Date(Date.now() - 1) })
        .where(eq(apiKey.id, second.id)),
    );
    expect((await callerWith(second.text)("GET", "/me")).status).toBe(401);

    const third = await createApiKey(seller, { name: "C", scopes: ["deals:read"] });
    expect((await callerWith(third.text)("GET", "/me")).status).toBe(200);
    await removeMember(w.owner, { memberId: seller.member?.id ?? "" });
    expect((await callerWith(third.text)("GET", "/me")).status).toBe(401);
  });

  it("is one's own: others neither see nor revoke it, but for who looks after integrations", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const [vera, ivan] = [await makeMember(w, "sales", "Vera"), await makeMember(w, "sales", "Ivan")];
    const { id } = await createApiKey(vera, { name: "Vera's", scopes: ["deals:read"] });
    expect(await listApiKeys(ivan)).toEqual([]);
    expect(await listApiKeys(w.owner)).toHaveLength(1);
    await expect(revokeApiKey(ivan, { keyId: id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(revokeApiKey(other.owner, { keyId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("does no more than its scopes say, wherever a verb reaches", async () => {
    const w = await makeWorkspace();
    const { id } = await createContact(w.owner, { name: "Olga" });
    const reader = await callerOf(w.owner, ["deals:read", "comments:write", "activities:write"]);
    const deal = { title: "T", stageId: w.stages.fresh };
    expect(await reader("POST", "/deals", deal)).toMatchObject({
      status: 403,
      body: { code: "SCOPE_MISSING", title: "The API key lacks the scope deals:write." },
    });
    expect((await reader("GET", `/contacts/${id}`)).status).toBe(403);
    expect((await reader("POST", `/contacts/${id}/comments`, { text: "x" })).status).toBe(404);
    expect((await reader("GET", "/search?text=olga")).body).toEqual({ items: [] });
    // Nor does it learn of contacts by filtering deals through them.
    const through = JSON.stringify({ field: "contactId.name", operator: "starts", value: "O" });
    expect((await reader("GET", `/deals?filter=${encodeURIComponent(through)}`)).status).toBe(403);
    const writer = await callerOf(w.owner, ["deals:write"]);
    const smuggled = { ...deal, newContact: { name: "Smuggled" } };
    expect((await writer("POST", "/deals", smuggled)).status).toBe(404);
    expect((await writer("POST", "/deals", deal)).status).toBe(201);
    expect((await writer("GET", "/deals")).status).toBe(200);
  });

  it("does no more than its member's role", async () => {
    const w = await makeWorkspace();
    const observer = await callerOf(await makeMember(w, "observer"));
    expect((await observer("POST", "/deals", { title: "T", stageId: w.stages.fresh })).status).toBe(403);
    expect((await observer("GET", "/events")).status).toBe(403);
  });

  it("is answered so many times a minute", async () => {
    const w = await makeWorkspace();
    const { id, text } = await createApiKey(w.owner, { name: "Busy", scopes: ["deals:read"] });
    const call = callerWith(text);
    const first = await call("GET", "/me");
    expect(first.headers.get("ratelimit-remaining")).toBe(String(requestsAMinute - 1));
    await asWorker((tx) => tx.update(apiKey).set({ windowCount: requestsAMinute }).where(eq(apiKey.id, id)));
    const refused = await call("GET", "/me");
    expect(refused).toMatchObject({ status: 429, body: { code: "TOO_MANY" } });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    await asWorker((tx) =>
      tx
        .update(apiKey)
        .set({ windowStartedAt: new Date(Date.now() - 61_000) })
        .where(eq(apiKey.id, id)),
    );
    expect((await call("GET", "/me")).status).toBe(200);
  });
});

describe("a request that does not fit", () => {
  it("is answered with a problem that names the field, in the caller's language", async () => {
    const w = await makeWorkspace();
    const call = await callerOf(w.owner);
    const deal = { title: "T", stageId: w.stages.fresh };
    const cases: [number, string, string | null, ReturnType<typeof call>][] = [
      [404, "NOT_FOUND", null, call("GET", "/nothing")],
      [404, "NOT_FOUND", null, call("GET", "/deals/nonsense")],
      [405, "METHOD_NOT_ALLOWED", null, call("PUT", "/deals")],
      [400, "MALFORMED_JSON", null, call("POST", "/deals", "{")],
      [415, "NOT_JSON", null, call("POST", "/deals", "a=b", { "content-type": "text/plain" })],
      [413, "TOO_LARGE", null, call("POST", "/deals", JSON.stringify({ title: "x".repeat(1_000_001) }))],
      [400, "INVALID", "title", call("POST", "/deals", { ...deal, title: "a\u0000b" })],
      [400, "INVALID", "title", call("POST", "/deals", { ...deal, title: "" })],
      [400, "INVALID", "organizationId", call("POST", "/deals", { ...deal, organizationId: newId() })],
      [400, "INVALID", "closesAt", call("POST", "/deals", { ...deal, closesAt: "tomorrow" })],
      [400, "INVALID", "ownerId", call("POST", "/deals", { ...deal, ownerId: newId() })],
      [409, "STAGE_GONE", "stageId", call("POST", "/deals", { ...deal, stageId: newId() })],
      [400, "INVALID", "filter", call("GET", "/deals?filter=%7B")],
      [400, "FILTER_INVALID", "filter", call("GET", `/deals?filter={"field":"x","operator":"eq"}`)],
      [400, "INVALID", "sort", call("GET", "/deals?sort=nothing")],
      [400, "INVALID", "cursor", call("GET", "/deals?cursor=zzz")],
      [400, "INVALID", "limit", call("GET", "/deals?limit=0")],
      [400, "INVALID", "wrong", call("GET", "/deals?wrong=1")],
      [400, "INVALID", "search", call("GET", "/deals?search=%00")],
      [400, "INVALID", "Idempotency-Key", call("POST", "/deals", deal, { "idempotency-key": "" })],
    ];
    for (const [status, code, field, attempt] of cases) {
      const { body, headers, ...answer } = await attempt;
      const [fault] = (body.errors ?? []) as { field: string; message: string }[];
      expect([code, field, answer.status, body.code, fault?.field ?? null]).toEqual([
        ...[code, field, status, code, field],
      ]);
      expect(headers.get("content-type")).toBe("application/problem+json");
      expect(headers.get("x-request-id")).toBe(body.requestId);
    }
    const { headers } = await call("PUT", "/deals");
    expect(headers.get("allow")).toBe("GET, POST");
    const russian = await call("POST", "/deals", {}, { "accept-language": "ru-RU,ru;q=0.9" });
    expect(russian.body).toMatchObject({
      title: "Проверьте выделенные поля.",
      errors: [{ field: "title", code: "required", message: "Заполните это поле." }, { field: "stageId" }],
    });
  });

  it("with a stale version is refused: 412 for If-Match, 409 for the body's", async () => {
    const w = await makeWorkspace();
    const call = await callerOf(w.owner);
    const { body } = await call("POST", "/deals", { title: "T", stageId: w.stages.fresh });
    const one = `/deals/${body.id}`;
    await call("PATCH", one, { title: "U" });
    expect(await call("PATCH", one, { title: "V" }, { "if-match": '"1"' })).toMatchObject({ status: 412 });
    expect(await call("PATCH", one, { title: "V" }, { "if-match": "junk" })).toMatchObject({ status: 412 });
    expect(await call("PATCH", one, { title: "V", version: 1 })).toMatchObject({ status: 409 });
    expect(await call("PATCH", one, { title: "V", version: 2 })).toMatchObject({ status: 200 });
    expect((await call("GET", one, undefined, { "if-none-match": '"3"' })).status).toBe(304);
  });
});

describe("a write with an Idempotency-Key", () => {
  it("happens once, and is answered the same again", async () => {
    const w = await makeWorkspace();
    const call = await callerOf(w.owner);
    const deal = { title: "Once", stageId: w.stages.fresh };
    const headers = { "idempotency-key": "k-1" };
    const first = await call("POST", "/deals", deal, headers);
    const second = await call("POST", "/deals", deal, headers);
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect([first, second].map((one) => one.headers.get("idempotent-replayed"))).toEqual([null, "true"]);
    expect(second.headers.get("etag")).toBe('"1"');
    const other = await call("POST", "/deals", { ...deal, title: "Other" }, headers);
    expect(other).toMatchObject({ status: 422, body: { code: "IDEMPOTENCY_REUSED" } });
    expect((await call("GET", "/deals?count=true")).body.total).toBe(1);
  });

  it("happens once in thirty copies at the same time", async () => {
    const w = await makeWorkspace();
    const call = await callerOf(w.owner);
    const deal = { title: "Once", stageId: w.stages.fresh };
    const copies = await Promise.all(
      Array.from({ length: 30 }, () => call("POST", "/deals", deal, { "idempotency-key": "k-2" })),
    );
    expect(copies.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    expect(copies.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect((await call("GET", "/deals?count=true")).body.total).toBe(1);
  });

  it("that was refused may be tried again", async () => {
    const w = await makeWorkspace();
    const call = await callerOf(w.owner);
    const headers = { "idempotency-key": "k-3" };
    expect((await call("POST", "/deals", { title: "T", stageId: newId() }, headers)).status).toBe(409);
    expect((await call("POST", "/deals", { title: "T", stageId: w.stages.fresh }, headers)).status).toBe(201);
  });
});
