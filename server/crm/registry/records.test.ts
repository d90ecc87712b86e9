import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { completeActivity, createActivity, listActivities } from "@/server/crm/activities";
import { addComment } from "@/server/crm/comments";
import { createCompany } from "@/server/crm/companies";
import { createContact, updateContact } from "@/server/crm/contacts";
import { createDeal, deleteDeal } from "@/server/crm/deals";
import { contactPointsOf, searchTerms } from "@/server/crm/records";
import { recordTimeline } from "@/server/crm/timeline";
import { createCustomField } from "@/server/fields";
import type { Filter } from "@/server/filter";
import { type Context, inOrganization } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import { getRecord, listRecords, listTrash, restoreRecord, search, trashRecord, updateRecord } from "./index";

useTestDatabase();

const person = (ctx: Context, name: string, more: Partial<Parameters<typeof createContact>[1]> = {}) =>
  createContact(ctx, { name, ...more });

const names = async (ctx: Context, filter: Filter) =>
  (
    await listRecords(ctx, { entity: "deal", filter, sort: { field: "title", direction: "asc" } })
  ).records.map((record) => record.title);

describe("any record", () => {
  it("is changed, trashed and restored by its entity, each told of", async () => {
    const w = await makeWorkspace();
    const olga = await person(w.owner, "Olga", { phone: "030 901820" });
    const ref = { entity: "contact" as const, id: olga.id };
    const { record } = await updateRecord(w.owner, { ...ref, version: 1, changes: { name: "Olga B." } });
    expect(record).toMatchObject({ title: "Olga B.", version: 2 });
    await expect(updateRecord(w.owner, { ...ref, version: 1, changes: { name: "X" } })).rejects.toMatchObject(
      { code: "VERSION_CONFLICT" },
    );
    await expect(updateRecord(w.owner, { ...ref, changes: { id: "x" } })).rejects.toMatchObject({
      code: "INVALID",
      field: "id",
    });
    await trashRecord(w.owner, ref);
    await expect(getRecord(w.owner, ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await search(w.owner, { text: "olga" })).toEqual([]);
    await restoreRecord(w.owner, ref);
    expect(await search(w.owner, { text: "olga" })).toMatchObject([{ id: olga.id, title: "Olga B." }]);
    expect(await eventsOf(olga.id)).toEqual([
      "contact.created",
      "contact.updated",
      "contact.deleted",
      "contact.restored",
    ]);
  });

  it("is refused to a role, and to another workspace", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const observer = await makeMember(w, "observer");
    const seller = await makeMember(w, "sales", "Vera");
    const ref = { entity: "contact" as const, id: (await person(w.owner, "Olga")).id };
    const change = { ...ref, changes: { name: "X" } };
    await expect(updateRecord(observer, change)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(trashRecord(seller, ref)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const strangers = [
      () => updateRecord(other.owner, change),
      () => trashRecord(other.owner, ref),
      () => getRecord(other.owner, ref),
    ];
    for (const attempt of strangers) await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
    await trashRecord(w.owner, ref);
    await expect(restoreRecord(seller, ref)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(restoreRecord(other.owner, ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listRecords(other.owner, { entity: "contact" })).records).toEqual([]);
  });

  it("is in the trash of whoever may bring it back", async () => {
    const w = await makeWorkspace();
    const lead = await makeMember(w, "team_lead");
    const theirs = await person(w.owner, "Olga");
    const own = await person(lead, "Pavel");
    for (const { id } of [theirs, own]) await trashRecord(w.owner, { entity: "contact", id });
    const trashOf = async (ctx: Context) =>
      (await listTrash(ctx, { entity: "contact", offset: 0 })).records.map((one) => one.title);
    expect(await trashOf(lead)).toEqual(["Pavel"]);
    expect(await trashOf(w.owner)).toEqual(["Pavel", "Olga"]);
  });
});

describe("a list of records", () => {
  async function many(w: Workspace) {
    const size = await createCustomField(w.owner, {
      entity: "deal",
      type: "number",
      label: "Size",
      filterable: true,
    });
    for (let n = 0; n < 7; n++) {
      const custom = n % 3 === 0 ? {} : { [size.key]: n % 2 };
      await createDeal(w.owner, { title: `Deal ${n}`, stageId: w.stages.fresh, amountMinor: n, custom });
    }
    return size.key;
  }

  it.each(["asc", "desc"] as const)(
    "is paged by cursor in any order, lacking values last: %s",
    async (direction) => {
      const w = await makeWorkspace();
      const key = await many(w);
      for (const field of [key, "createdAt", "title", "closesAt"]) {
        const sort = { field, direction };
        const whole = await listRecords(w.owner, { entity: "deal", sort, count: true });
        expect([whole.records.length, whole.total]).toEqual([7, 7]);
        const paged = [];
        let cursor: string | null = null;
        do {
          const page = await listRecords(w.owner, { entity: "deal", sort, limit: 2, cursor });
          paged.push(...page.records);
          cursor = page.nextCursor;
        } while (cursor);
        expect(paged.map((one) => one.id)).toEqual(whole.records.map((one) => one.id));
        if (field === key)
          expect(whole.records.slice(-3).map((one) => one.values[key])).toEqual([null, null, null]);
      }
    },
  );

  it("holds the columns asked for, with the names of what they refer to", async () => {
    const w = await makeWorkspace();
    const olga = await person(w.owner, "Olga");
    await createDeal(w.owner, { title: "T", stageId: w.stages.fresh, contactId: olga.id });
    const { records, names: called } = await listRecords(w.owner, {
      entity: "deal",
      columns: ["contactId", "ownerId"],
    });
    expect(records[0]?.values).toEqual({ contactId: olga.id, ownerId: w.owner.member?.id });
    expect(called).toEqual({ [olga.id]: "Olga", [w.owner.member?.id ?? ""]: "Anna" });
  });

  it("asks through links, and what leads nowhere is absent", async () => {
    const w = await makeWorkspace();
    const acme = await createCompany(w.owner, { name: "ACME" });
    const olga = await person(w.owner, "Olga", { companyId: acme.id });
    const ivan = await person(w.owner, "Ivan");
    const add = (title: string, contactId: string | null) =>
      createDeal(w.owner, { title, stageId: w.stages.fresh, contactId });
    await add("of Olga", olga.id);
    await add("of Ivan", ivan.id);
    await add("of nobody", null);
    const company = "contactId.companyId.name";
    expect(await names(w.owner, { field: company, operator: "eq", value: "acme" })).toEqual(["of Olga"]);
    const others = ["of Ivan", "of nobody"];
    expect(await names(w.owner, { field: company, operator: "ne", value: "acme" })).toEqual(others);
    expect(await names(w.owner, { field: company, operator: "empty" })).toEqual(others);
    await trashRecord(w.owner, { entity: "company", id: acme.id });
    expect(await names(w.owner, { field: company, operator: "not_empty" })).toEqual([]);
    const wrong = names(w.owner, { and: [{ field: "contactId.secret", operator: "eq", value: 1 }] });
    await expect(wrong).rejects.toMatchObject({
      code: "FILTER_INVALID",
      data: { path: "and.0", name: "contactId.secret", fault: "unknown_field" },
    });
  });
});

describe("the search", () => {
  it.each([
    ["aleksey", "Алексей Щербаков"],
    ["АЛЕКСЕЙ", "Alexey Shcherbakov"],
    ["щербак", "Alexey Shcherbakov"],
    ["semenov", "Семёнов"],
    ["семенов", "Семёнов"],
    ["Хабаров", "Khabarov & Co"],
    ["co khab", "Khabarov & Co"],
  ])("for %s finds %s", async (text, name) => {
    const w = await makeWorkspace();
    await person(w.owner, name);
    await person(w.owner, "Somebody else");
    expect((await search(w.owner, { text })).map((one) => one.title)).toEqual([name]);
  });

  it("finds by a phone however it is written, by an email and a tax id", async () => {
    const w = await makeWorkspace();
    const olga = await person(w.owner, "Olga", {
      points: [
        { kind: "phone", value: "+7 (916) 123-45-67" },
        { kind: "phone", value: "030 901820", label: "work" },
        { kind: "email", value: "Olga@Example.com" },
        { kind: "tax_id", value: "7707 083893" },
      ],
    });
    for (const text of [
      "8 916 1234567",
      "79161234567",
      "123-45-67",
      "+49 30 901820",
      "olga@example",
      "7707083893",
    ]) {
      expect([text, (await search(w.owner, { text })).map((one) => one.id)]).toEqual([text, [olga.id]]);
    }
    expect(await search(w.owner, { text: "%" })).toEqual([]);
    expect(await search(w.owner, { text: "  " })).toEqual([]);
  });

  it("shows nobody what they may not see", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const boris = await makeMember(w, "sales");
    const deal = await createDeal(w.owner, { title: "Secret roof", stageId: w.stages.fresh });
    const own = await createDeal(boris, { title: "Own roof", stageId: w.stages.fresh });
    const ids = async (ctx: Context) => (await search(ctx, { text: "roof" })).map((one) => one.id);
    expect(await ids(boris)).toEqual([own.id]);
    expect(await ids(w.owner)).toEqual([own.id, deal.id]);
    expect(await ids(other.owner)).toEqual([]);
    expect(await search(w.owner, { text: "roof", entities: ["contact"] })).toEqual([]);
    await deleteDeal(w.owner, { dealId: deal.id });
    expect(await ids(w.owner)).toEqual([own.id]);
  });

  it("tells namesakes apart", async () => {
    const w = await makeWorkspace();
    await person(w.owner, "Olga", { email: "olga@example.com" });
    await createDeal(w.owner, { title: "For Olga", stageId: w.stages.fresh, amountMinor: 5_000 });
    expect(await search(w.owner, { text: "olga" })).toMatchObject([
      { entity: "deal", glimpse: { amountMinor: 5_000, currency: "EUR" } },
      { entity: "contact", glimpse: { phone: null, email: "olga@example.com" } },
    ]);
  });

  it("finds the deals of whom it finds, after those that are called so, and none of others'", async () => {
    const w = await makeWorkspace();
    const boris = await makeMember(w, "sales");
    const olga = await person(w.owner, "Olga", { phone: "030 901820" });
    const stageId = w.stages.fresh;
    await createDeal(boris, { title: "Call Olga back", stageId });
    await createDeal(w.owner, { title: "Windows", stageId, contactId: olga.id });
    const gone = await createDeal(w.owner, { title: "Doors", stageId, contactId: olga.id });
    await deleteDeal(w.owner, { dealId: gone.id });
    const deals = async (ctx: Context, text: string) =>
      (await search(ctx, { text })).filter((one) => one.entity === "deal").map((one) => one.title);
    expect(await deals(w.owner, "olga")).toEqual(["Call Olga back", "Windows"]);
    expect(await deals(w.owner, "030 901820")).toEqual(["Windows"]);
    expect(await deals(boris, "olga")).toEqual(["Call Olga back"]);
  });

  it("takes at most six words, short ones where a word begins", () => {
    expect(searchTerms("a b c d e f g")).toHaveLength(6);
    expect(searchTerms("ив 100%")).toEqual([
      { typed: " iv", sounds: " iv" },
      { typed: "100%", sounds: "100%" },
    ]);
  });
});

describe("contact points", () => {
  const pointsOf = (ctx: Context, id: string) => inOrganization(ctx, (tx) => contactPointsOf(tx, ctx, id));

  it("hold what the row's phone and email say, and what stands behind them", async () => {
    const w = await makeWorkspace();
    const olga = await person(w.owner, "Olga", {
      points: [
        { kind: "phone", value: "030 901820" },
        { kind: "phone", value: "+1 212 555 0100" },
        { kind: "email", value: "olga@example.com" },
      ],
    });
    expect(olga).toMatchObject({ phone: "030 901820", email: "olga@example.com" });
    expect((await pointsOf(w.owner, olga.id)).map((one) => one.key)).toEqual([
      "olga@example.com",
      "+4930901820",
      "+12125550100",
    ]);
    await updateContact(w.owner, { contactId: olga.id, changes: { phone: "040 1234567", email: null } });
    expect((await pointsOf(w.owner, olga.id)).map((one) => one.key)).toEqual([
      "+49401234567",
      "+12125550100",
    ]);
    for (const text of ["040 1234567", "+49 40 1234567", "0049 40 1234567"])
      expect(await search(w.owner, { text })).toHaveLength(1);
    expect(await search(w.owner, { text: "901820" })).toEqual([]);
  });
});

describe("activities, comments and history", () => {
  it("belong to any record, for those who may see it", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const observer = await makeMember(w, "observer");
    const recordId = (await person(w.owner, "Olga")).id;
    await addComment(observer, { recordId, text: "Knows us" });
    const call = await createActivity(w.owner, { recordId, title: "Call" });
    await completeActivity(w.owner, { activityId: call.id });
    expect(await listActivities(observer, { recordId })).toMatchObject([{ id: call.id, recordId }]);
    const history = await recordTimeline(observer, { recordId, limit: 10 });
    expect(history.entries.map((entry) => entry.name)).toEqual([
      "activity.done",
      "activity.created",
      "comment.added",
      "contact.created",
    ]);
    const changes = await recordTimeline(observer, { recordId, kind: "changes", limit: 10 });
    expect(changes.entries.map((entry) => entry.name)).toEqual(["contact.created"]);
    await expect(createActivity(observer, { recordId, title: "X" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const gone = { code: "NOT_FOUND" };
    await expect(addComment(other.owner, { recordId, text: "X" })).rejects.toMatchObject(gone);
    await expect(createActivity(other.owner, { recordId, title: "X" })).rejects.toMatchObject(gone);
    await expect(completeActivity(other.owner, { activityId: call.id })).rejects.toMatchObject(gone);
    await expect(recordTimeline(other.owner, { recordId, limit: 10 })).rejects.toMatchObject(gone);
    await trashRecord(w.owner, { entity: "contact", id: recordId });
    await expect(addComment(w.owner, { recordId, text: "X" })).rejects.toMatchObject(gone);
  });
});
