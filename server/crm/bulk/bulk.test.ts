import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { event } from "@/db/schema/platform";
import { useTestDatabase } from "@/db/testing";
import { createContact } from "@/server/crm/contacts";
import { createDeal } from "@/server/crm/deals";
import { countGroups, getRecord, listRecords, listTrash, updateRecord } from "@/server/crm/registry";
import { createCustomField } from "@/server/fields";
import { absentMemberContext, removeMember } from "@/server/identity";
import { asWorker, type Context, inOrganization, joining, newId } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import type { BulkJob } from "./contract";
import { cancelBulk, failBulk, getBulk, runBulkBatch, startBulk, undoBulk, unfinishedBulk } from "./index";

useTestDatabase();

const people = (ctx: Context, names: string[]) =>
  inOrganization(ctx, async (tx) => {
    const ids: string[] = [];
    for (const name of names) ids.push((await createContact(joining(ctx, tx), { name })).id);
    return ids;
  });
const crowd = (ctx: Context, count: number) =>
  people(
    ctx,
    Array.from({ length: count }, (_, place) => `Person ${place}`),
  );
const valueOf = async (ctx: Context, id: string, key: string) =>
  (await getRecord(ctx, { entity: "contact", id })).record.values[key];
const update = (changes: Record<string, unknown>) => ({ type: "update" as const, changes });

describe("a change of many records", () => {
  it("is done at once for a few, told of on each, and undone", async () => {
    const w = await makeWorkspace();
    const boris = await makeMember(w, "sales");
    const ids = await people(w.owner, ["Olga", "Pavel"]);
    const job = await startBulk(w.owner, {
      entity: "contact",
      target: { ids },
      action: update({ ownerId: boris.member?.id, phone: "030 1" }),
    });
    expect(job).toMatchObject({ state: "done", total: 2, done: 2, refused: 0 });
    for (const id of ids) expect(await valueOf(w.owner, id, "ownerId")).toBe(boris.member?.id);
    expect(await eventsOf(ids[0] ?? "")).toEqual(["contact.created", "contact.updated"]);

    expect(await undoBulk(w.owner, { jobId: job.id })).toMatchObject({ state: "undone", undone: 2, kept: 0 });
    for (const id of ids) expect(await valueOf(w.owner, id, "ownerId")).toBe(w.owner.member?.id);
    for (const id of ids) expect(await valueOf(w.owner, id, "phone")).toBeNull();
    expect(await undoBulk(w.owner, { jobId: job.id })).toMatchObject({ state: "undone", undone: 2 });
  });

  it("gives deals in any currency an amount in the one it was told in", async () => {
    const w = await makeWorkspace();
    const ids: string[] = [];
    for (const currency of ["JPY", "EUR"])
      ids.push(
        (await createDeal(w.owner, { title: currency, stageId: w.stages.fresh, currency, amountMinor: 7 }))
          .id,
      );
    const worth = async (): Promise<unknown[][]> =>
      (await listRecords(w.owner, { entity: "deal" })).records.map(({ values }) => [
        ...[values.title, values.amountMinor, values.currency],
      ]);
    const job = await startBulk(w.owner, {
      entity: "deal",
      target: { ids },
      action: update({ amountMinor: 10_000, currency: "EUR" }),
    });
    expect(job).toMatchObject({ done: 2, refused: 0 });
    expect((await worth()).map(([, ...rest]) => rest)).toEqual([
      [10_000, "EUR"],
      [10_000, "EUR"],
    ]);
    await undoBulk(w.owner, { jobId: job.id });
    expect((await worth()).toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1))).toEqual([
      ["EUR", 7, "EUR"],
      ["JPY", 7, "JPY"],
    ]);
  });

  it("leaves alone, when undone, what somebody changed since", async () => {
    const { owner } = await makeWorkspace();
    const [olga = "", pavel = ""] = await people(owner, ["Olga", "Pavel"]);
    const job = await startBulk(owner, {
      entity: "contact",
      target: { ids: [olga, pavel] },
      action: update({ email: "one@example.com" }),
    });
    await updateRecord(owner, { entity: "contact", id: olga, changes: { email: "hers@example.com" } });
    expect(await undoBulk(owner, { jobId: job.id })).toMatchObject({ undone: 1, kept: 1 });
    expect(await valueOf(owner, olga, "email")).toBe("hers@example.com");
    expect(await valueOf(owner, pavel, "email")).toBeNull();
  });

  it("takes all that a list shows at that moment, in batches, exactly once", {
    timeout: 180_000,
  }, async () => {
    const w = await makeWorkspace();
    await crowd(w.owner, 201);
    await people(w.owner, ["Somebody else"]);
    const job = await startBulk(w.owner, {
      entity: "contact",
      target: { all: { filter: { field: "name", operator: "starts", value: "Person" } } },
      action: update({ email: "all@example.com" }),
    });
    expect(job).toMatchObject({ state: "running", total: 201, done: 0 });
    expect((await unfinishedBulk(w.owner)).map((one) => one.id)).toEqual([job.id]);
    await people(w.owner, ["Person too late"]);
    const ctx = await inBackground(w, job);
    expect(await runBulkBatch(ctx, { jobId: job.id })).toBe(true);
    expect(await getBulk(w.owner, { jobId: job.id })).toMatchObject({ done: 100 });
    await toTheEnd(ctx, job);
    expect(await getBulk(w.owner, { jobId: job.id })).toMatchObject({ state: "done", done: 201 });
    const { total } = await listRecords(w.owner, {
      entity: "contact",
      filter: { field: "email", operator: "eq", value: "all@example.com" },
      count: true,
    });
    expect(total).toBe(201);
    expect(await undoBulk(w.owner, { jobId: job.id })).toMatchObject({ state: "undoing", undone: 0 });
    await runBulkBatch(ctx, { jobId: job.id });
    expect(await getBulk(w.owner, { jobId: job.id })).toMatchObject({
      state: "undoing",
      undone: 100,
      kept: 0,
    });
  });

  it("is cancelled between batches; what was done can be undone", { timeout: 180_000 }, async () => {
    const w = await makeWorkspace();
    await crowd(w.owner, 201);
    const job = await startBulk(w.owner, {
      entity: "contact",
      target: { all: {} },
      action: update({ email: "all@example.com" }),
    });
    const ctx = await inBackground(w, job);
    await runBulkBatch(ctx, { jobId: job.id });
    expect(await cancelBulk(w.owner, { jobId: job.id })).toMatchObject({ state: "cancelled", done: 100 });
    expect(await runBulkBatch(ctx, { jobId: job.id })).toBe(false);
    expect(await undoBulk(w.owner, { jobId: job.id })).toMatchObject({ state: "undone", undone: 100 });
  });

  it("moves to the trash and back, where the trash lists it", async () => {
    const { owner } = await makeWorkspace();
    const ids = await people(owner, ["Olga", "Pavel"]);
    const job = await startBulk(owner, { entity: "contact", target: { ids }, action: { type: "trash" } });
    expect((await listRecords(owner, { entity: "contact" })).records).toEqual([]);
    const trash = await listTrash(owner, { entity: "contact", offset: 0 });
    expect(trash.records.map((one) => one.title).sort()).toEqual(["Olga", "Pavel"]);
    await undoBulk(owner, { jobId: job.id });
    expect((await listRecords(owner, { entity: "contact" })).records).toHaveLength(2);
    expect(await listTrash(owner, { entity: "contact", offset: 0 })).toEqual({
      records: [],
      nextOffset: null,
    });
  });

  it("gives custom fields and days back as they were", async () => {
    const w = await makeWorkspace();
    const field = await createCustomField(w.owner, {
      entity: "deal",
      type: "list",
      label: "Size",
      options: { choices: [{ name: "S" }, { name: "L" }] },
      filterable: true,
    });
    const [small, large] = (field.options.choices ?? []).map((choice) => choice.id);
    const closesAt = new Date("2026-05-01T10:00:00Z");
    const deal = await createDeal(w.owner, {
      ...{ title: "Windows", stageId: w.stages.fresh, closesAt, custom: { [field.key]: small } },
    });
    const job = await startBulk(w.owner, {
      entity: "deal",
      target: { ids: [deal.id] },
      action: update({ closesAt: null, [field.key]: large }),
    });
    expect(job).toMatchObject({ done: 1 });
    await undoBulk(w.owner, { jobId: job.id });
    const { record } = await getRecord(w.owner, { entity: "deal", id: deal.id });
    expect(record.values).toMatchObject({ closesAt, [field.key]: small });
    expect(await countGroups(w.owner, { entity: "deal", groupBy: field.key })).toEqual([
      { value: small, count: 1 },
    ]);
  });

  it("counts what it may not touch, and refuses a role", async () => {
    const w = await makeWorkspace();
    const lead = await makeMember(w, "team_lead");
    const [seller, observer] = [
      await makeMember(w, "sales", "Vera"),
      await makeMember(w, "observer", "Olga"),
    ];
    const [hers = ""] = await people(w.owner, ["Hers"]);
    const [his = ""] = await people(lead, ["His"]);
    const action = { type: "trash" as const };
    for (const ctx of [seller, observer]) {
      await expect(
        startBulk(ctx, { entity: "contact", target: { ids: [hers] }, action }),
      ).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await startBulk(lead, { entity: "contact", target: { ids: [hers, his] }, action })).toMatchObject({
      state: "done",
      total: 2,
      done: 1,
      refused: 1,
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["an unknown field", { nope: 1 }, "nope"],
    ["a value of another kind", { email: "not an address" }, "email"],
    ["a member who is not there", { ownerId: newId() }, "ownerId"],
  ])("is refused as a whole with %s", async (_name, changes, field) => {
    const { owner } = await makeWorkspace();
    const ids = await people(owner, ["Olga"]);
    await expect(
      startBulk(owner, { entity: "contact", target: { ids }, action: update(changes) }),
    ).rejects.toMatchObject({ code: "INVALID", field });
  });

  it("does not reach into another workspace, nor a colleague's job", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const ids = await people(w.owner, ["Olga"]);
    const start = { entity: "contact" as const, target: { ids }, action: update({ phone: "1" }) };
    await expect(startBulk(other.owner, start)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { id: jobId } = await startBulk(w.owner, start);
    const colleague = await makeMember(w, "admin");
    for (const ctx of [other.owner, colleague]) {
      for (const verb of [getBulk, cancelBulk, undoBulk]) {
        await expect(verb(ctx, { jobId })).rejects.toMatchObject({ code: "NOT_FOUND" });
      }
    }
  });

  it("ends when its member has left", async () => {
    const w = await makeWorkspace();
    const admin = await makeMember(w, "admin");
    await crowd(w.owner, 201);
    const job = await startBulk(admin, {
      entity: "contact",
      target: { all: {} },
      action: update({ phone: "1" }),
    });
    await removeMember(w.owner, { memberId: admin.member?.id ?? "" });
    const { organizationId } = w.owner;
    expect(await absentMemberContext(organizationId, admin.member?.id ?? "")).toBeNull();
    await failBulk({ organizationId, jobId: job.id });
    expect(await runBulkBatch(admin, { jobId: job.id })).toBe(false);
  });
});

async function inBackground(w: Workspace, job: BulkJob): Promise<Context> {
  const [told] = await asWorker((tx) =>
    tx
      .select({ data: event.data })
      .from(event)
      .where(and(eq(event.recordId, job.id), eq(event.name, "bulk.started"))),
  );
  const ctx = await absentMemberContext(w.owner.organizationId, String(told?.data.memberId));
  if (!ctx) throw new Error("the member is there");
  return ctx;
}

async function toTheEnd(ctx: Context, job: BulkJob): Promise<void> {
  while (await runBulkBatch(ctx, { jobId: job.id }));
}
