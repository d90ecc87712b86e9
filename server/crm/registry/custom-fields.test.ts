import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createDeal, updateDeal } from "@/server/crm/deals";
import {
  archiveCustomField,
  arrangeFields,
  createCustomField,
  listFields,
  restoreCustomField,
  updateCustomField,
} from "@/server/fields";
import type { CreateCustomField } from "@/server/fields/contract";
import type { Filter } from "@/server/filter";
import type { Context } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import { getRecord, listRecords, updateRecord } from "./index";

useTestDatabase();

const field = (ctx: Context, type: CreateCustomField["type"], more: Partial<CreateCustomField> = {}) =>
  createCustomField(ctx, { entity: "deal", type, label: `My ${type}`, ...more });

const add = (w: Workspace, title = "Windows", custom: Record<string, unknown> = {}) =>
  createDeal(w.owner, { title, stageId: w.stages.fresh, custom });

async function titles(ctx: Context, filter: Filter): Promise<string[]> {
  const { records } = await listRecords(ctx, {
    entity: "deal",
    filter,
    sort: { field: "title", direction: "asc" },
  });
  return records.map((record) => record.title);
}

describe("a custom field", () => {
  it("is added with a key of its own, stands last, and is told of", async () => {
    const w = await makeWorkspace();
    const first = await field(w.owner, "number", { label: "Срок поставки" });
    const second = await field(w.owner, "text", { label: "Срок поставки" });
    expect([first.key, second.key]).toEqual(["c_srok_postavki", "c_srok_postavki_2"]);
    const listed = await listFields(w.owner, { entity: "deal" });
    expect(listed.slice(-2).map((one) => [one.key, one.type])).toEqual([
      [first.key, "number"],
      [second.key, "text"],
    ]);
    expect(await eventsOf(first.id)).toEqual(["field.created"]);
  });

  it("is the business of those who set up fields, in their own workspace", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const seller = await makeMember(w, "sales");
    const { id: fieldId, key } = await field(w.owner, "text");
    const refused = { code: "FORBIDDEN" };
    await expect(field(seller, "text")).rejects.toMatchObject(refused);
    await expect(updateCustomField(seller, { fieldId, changes: {} })).rejects.toMatchObject(refused);
    await expect(archiveCustomField(seller, { fieldId })).rejects.toMatchObject(refused);
    await expect(restoreCustomField(seller, { fieldId })).rejects.toMatchObject(refused);
    const gone = { code: "NOT_FOUND" };
    await expect(updateCustomField(other.owner, { fieldId, changes: {} })).rejects.toMatchObject(gone);
    await expect(archiveCustomField(other.owner, { fieldId })).rejects.toMatchObject(gone);
    await expect(restoreCustomField(other.owner, { fieldId })).rejects.toMatchObject(gone);
    const foreign = await listFields(other.owner, { entity: "deal" });
    expect(foreign.some((one) => one.key === key)).toBe(false);
  });

  it("is laid out in sections, and put back after it was archived with what records hold", async () => {
    const w = await makeWorkspace();
    const [a, b] = [await field(w.owner, "text", { filterable: true }), await field(w.owner, "number")];
    const deal = await add(w, "Windows", { [a.key]: "Red" });
    await arrangeFields(w.owner, {
      entity: "deal",
      version: 0,
      sections: [
        { name: null, keys: [] },
        { name: "Sizes", keys: [b.key] },
        { name: "Looks", keys: [a.key] },
      ],
    });
    const own = async () =>
      (await listFields(w.owner, { entity: "deal" })).flatMap((one) =>
        one.customId ? [[one.key, one.section]] : [],
      );
    expect(await own()).toEqual([
      [b.key, "Sizes"],
      [a.key, "Looks"],
    ]);
    await archiveCustomField(w.owner, { fieldId: a.id });
    expect(await own()).toEqual([[b.key, "Sizes"]]);
    await expect(titles(w.owner, { field: a.key, operator: "eq", value: "red" })).rejects.toMatchObject({
      code: "FILTER_INVALID",
    });
    await restoreCustomField(w.owner, { fieldId: a.id });
    expect(await titles(w.owner, { field: a.key, operator: "eq", value: "red" })).toEqual(["Windows"]);
    const { record } = await getRecord(w.owner, { entity: "deal", id: deal.id });
    expect(record.values[a.key]).toBe("Red");
    expect(await eventsOf(a.id)).toEqual(["field.created", "field.archived", "field.restored"]);
  });

  it("becomes filterable with what records hold already, of every type", async () => {
    const w = await makeWorkspace();
    const colours = { choices: [{ name: "Red" }, { name: "Blue" }] };
    const made = {
      text: await field(w.owner, "text"),
      number: await field(w.owner, "number"),
      money: await field(w.owner, "money", { options: { currency: "EUR" } }),
      date: await field(w.owner, "date"),
      datetime: await field(w.owner, "datetime"),
      list: await field(w.owner, "list", { options: colours }),
      multi_list: await field(w.owner, "multi_list", { options: colours }),
      checkbox: await field(w.owner, "checkbox"),
      member: await field(w.owner, "member"),
      url: await field(w.owner, "url"),
    };
    const choice = (of: "list" | "multi_list") => made[of].options.choices?.[0]?.id ?? "";
    const me = w.owner.member?.id;
    await add(w, "Full", {
      [made.text.key]: "ОКНА",
      [made.number.key]: 0.1,
      [made.money.key]: { amountMinor: 5_000, currency: "EUR" },
      [made.date.key]: "2026-03-08",
      [made.datetime.key]: "2026-03-08T12:00:00+03:00",
      [made.list.key]: choice("list"),
      [made.multi_list.key]: [choice("multi_list")],
      [made.checkbox.key]: true,
      [made.member.key]: me,
      [made.url.key]: "example.com/a",
    });
    await add(w, "Bare");
    const asked: Record<keyof typeof made, Omit<Extract<Filter, { field: string }>, "field">> = {
      text: { operator: "starts", value: "окн" },
      number: { operator: "eq", value: 0.1 },
      money: { operator: "between", value: [5_000, 5_000] },
      date: { operator: "eq", value: "2026-03-08" },
      datetime: { operator: "eq", value: "2026-03-08T09:00:00Z" },
      list: { operator: "in", value: [choice("list")] },
      multi_list: { operator: "any", value: [choice("multi_list")] },
      checkbox: { operator: "eq", value: true },
      member: { operator: "eq", value: "me" },
      url: { operator: "contains", value: "EXAMPLE.com" },
    };
    for (const [type, { id, key }] of Object.entries(made)) {
      await updateCustomField(w.owner, { fieldId: id, changes: { filterable: true } });
      const filter = { ...asked[type as keyof typeof made], field: key };
      expect([type, await titles(w.owner, filter)]).toEqual([type, ["Full"]]);
      expect([type, await titles(w.owner, { not: filter })]).toEqual([type, ["Bare"]]);
    }
  });

  it("keeps filters right when it is written anew, and when its slot goes to another", async () => {
    const w = await makeWorkspace();
    const size = await field(w.owner, "number", { filterable: true });
    const deal = await add(w, "Windows", { [size.key]: 5 });
    await updateDeal(w.owner, { dealId: deal.id, changes: {}, custom: { [size.key]: 7.5 } });
    expect(await titles(w.owner, { field: size.key, operator: "gt", value: 7 })).toEqual(["Windows"]);
    await updateCustomField(w.owner, { fieldId: size.id, changes: { filterable: false } });
    const weight = await field(w.owner, "number", { label: "Weight", filterable: true });
    expect(weight.slot).toBe(size.slot);
    expect(await titles(w.owner, { field: weight.key, operator: "not_empty" })).toEqual([]);
  });

  it("is refused a slot when all are taken, and a filter it cannot answer", async () => {
    const w = await makeWorkspace();
    for (let n = 0; n < 4; n++) await field(w.owner, "date", { filterable: true });
    await expect(field(w.owner, "date", { filterable: true })).rejects.toMatchObject({
      code: "FIELD_SLOTS_FULL",
    });
    await expect(field(w.owner, "text", { options: { long: true }, filterable: true })).rejects.toMatchObject(
      { field: "filterable" },
    );
    await expect(field(w.owner, "list")).rejects.toMatchObject({ field: "options.choices" });
    await expect(field(w.owner, "link")).rejects.toMatchObject({
      field: "options.linksTo",
    });
  });
});

describe("custom values", () => {
  it.each<[CreateCustomField["type"], unknown]>([
    ["text", "x".repeat(501)],
    ["number", "5"],
    ["number", 0.00001],
    ["number", 1e12],
    ["money", 5],
    ["date", "2026-02-30"],
    ["datetime", "tomorrow"],
    ["list", "nothing"],
    ["checkbox", "yes"],
    ["url", "javascript:alert(1)"],
    ["member", "00000000-0000-7000-8000-000000000000"],
    ["link", "00000000-0000-7000-8000-000000000000"],
    ["formula", 1],
  ])("of a %s refuse %j at the field", async (type, value) => {
    const w = await makeWorkspace();
    const options = {
      list: { choices: [{ name: "A" }] },
      link: { linksTo: "contact" as const },
      formula: { formula: "amount", returns: "number" as const },
    }[type as "list"];
    const { key } = await field(w.owner, type, options ? { options } : {});
    await expect(add(w, "T", { [key]: value })).rejects.toMatchObject({ code: "INVALID", field: key });
    await expect(add(w, "T", { c_no: 1 })).rejects.toMatchObject({ code: "INVALID", field: "c_no" });
  });

  it("are changed by key with the rest, and history says from what to what", async () => {
    const w = await makeWorkspace();
    const { key } = await field(w.owner, "number", { required: true });
    await expect(add(w, "Without", {})).rejects.toMatchObject({ field: key });
    const deal = await add(w, "T", { [key]: 1 });
    const changes = { title: "Doors", [key]: 2 };
    const { record } = await updateRecord(w.owner, { entity: "deal", id: deal.id, version: 1, changes });
    expect(record).toMatchObject({ title: "Doors", version: 2, values: { [key]: 2, title: "Doors" } });
    await updateRecord(w.owner, { entity: "deal", id: deal.id, version: 2, changes });
    expect(await eventsOf(deal.id)).toEqual(["deal.created", "deal.updated"]);
    const emptied = { entity: "deal" as const, id: deal.id, changes: { [key]: null } };
    await expect(updateRecord(w.owner, emptied)).rejects.toMatchObject({
      code: "FIELD_REQUIRED",
      field: key,
    });
  });

  it("of a removed choice stay, and the choice is not offered", async () => {
    const w = await makeWorkspace();
    const list = await field(w.owner, "list", { options: { choices: [{ name: "A" }, { name: "B" }] } });
    const [a, b] = list.options.choices ?? [];
    const changed = await updateCustomField(w.owner, {
      fieldId: list.id,
      changes: { options: { choices: [{ id: b?.id, name: "Bee" }] } },
    });
    expect(changed.options.choices).toEqual([
      { id: b?.id, name: "Bee" },
      { id: a?.id, name: "A", archived: true },
    ]);
  });
});

describe("a formula", () => {
  const formula = (w: Workspace, text: string, returns: "number" | "money" | "text" | "date" | "checkbox") =>
    field(w.owner, "formula", { label: text, options: { formula: text, returns } });

  it("is computed from the record's other fields", async () => {
    const w = await makeWorkspace();
    const area = await field(w.owner, "number", { label: "Area" });
    const due = await field(w.owner, "date", { label: "Due" });
    const made = [
      await formula(w, "amount / 2", "money"),
      await formula(w, `round(${area.key} * 2 + 1)`, "number"),
      await formula(w, `title + (amount > 100 ? "!" : "")`, "text"),
      await formula(w, `addDays(${due.key}, 2)`, "date"),
      await formula(w, `amount / ${area.key}`, "number"),
    ];
    const deal = await createDeal(w.owner, {
      title: "Roof",
      stageId: w.stages.fresh,
      amountMinor: 50_001,
      custom: { [area.key]: 2.25 },
    });
    const { record } = await getRecord(w.owner, { entity: "deal", id: deal.id });
    expect(made.map(({ key }) => record.values[key])).toEqual([
      { value: { amountMinor: 25_001, currency: "EUR" } },
      { value: 6 },
      { value: "Roof!" },
      { error: "no_value" },
      { value: 222.2267 },
    ]);
    await updateDeal(w.owner, {
      dealId: deal.id,
      changes: {},
      custom: { [area.key]: 0, [due.key]: "2026-02-27" },
    });
    const after = (await getRecord(w.owner, { entity: "deal", id: deal.id })).record;
    expect(after.values[made[3]?.key ?? ""]).toEqual({ value: "2026-03-01" });
    expect(after.values[made[4]?.key ?? ""]).toEqual({ error: "not_a_number" });
  });

  it.each([
    ["amount +", "number"],
    ["secret + 1", "number"],
    ["title", "number"],
    ['title.matches("(a+)+b")', "checkbox"],
    ["[1, 2].map(x, x)", "text"],
  ] as const)("with a mistake is refused: %s", async (text, returns) => {
    const w = await makeWorkspace();
    await expect(formula(w, text, returns)).rejects.toMatchObject({
      code: "FORMULA_INVALID",
      field: "options.formula",
    });
  });
});
