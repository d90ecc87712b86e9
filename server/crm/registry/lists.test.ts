import type pg from "pg";
import { describe, expect, it } from "vitest";
import { countQueries } from "@/bench/count-queries";
import { getDatabase } from "@/db/client";
import { useTestDatabase } from "@/db/testing";
import { createCompany } from "@/server/crm/companies";
import { createContact } from "@/server/crm/contacts";
import { createDeal } from "@/server/crm/deals";
import { createCustomField } from "@/server/fields";
import { makeMember, makeWorkspace } from "@/server/testing/fixtures";
import { countGroups, listRecords, listTrash, trashRecord } from "./index";

useTestDatabase();

describe("a list", () => {
  it("is five questions: own fields, tags, the page with its total, and the names in it", async () => {
    const { owner } = await makeWorkspace();
    await createCustomField(owner, { entity: "contact", type: "number", label: "Size", filterable: true });
    const company = await createCompany(owner, { name: "Acme" });
    for (const name of ["Olga", "Pavel"]) await createContact(owner, { name, companyId: company.id });
    const count = countQueries((getDatabase() as unknown as { $client: pg.Pool }).$client);
    const before = count();
    const page = await listRecords(owner, {
      entity: "contact",
      filter: { field: "c_size", operator: "empty" },
      sort: { field: "name", direction: "asc" },
      count: true,
    });
    // Begin, the organization's name and commit are not questions.
    expect(count() - before - 3).toBeLessThanOrEqual(5);
    expect(page.total).toBe(2);
    expect(page.records.map((one) => one.title)).toEqual(["Olga", "Pavel"]);
    expect(page.names[company.id]).toBe("Acme");
  });

  it("says its total also beyond its end, and where nothing is", async () => {
    const { owner } = await makeWorkspace();
    const empty = await listRecords(owner, { entity: "contact", count: true });
    expect(empty).toMatchObject({ records: [], total: 0, nextCursor: null });
    await createContact(owner, { name: "Olga" });
    expect(await listRecords(owner, { entity: "contact", count: true, offset: 5 })).toMatchObject({
      records: [],
      total: 1,
    });
  });
});

describe("groups", () => {
  it("count what the asker may see by a field's values", async () => {
    const w = await makeWorkspace();
    const seller = await makeMember(w, "sales");
    for (const title of ["A", "B"]) await createDeal(w.owner, { title, stageId: w.stages.fresh });
    await createDeal(seller, { title: "C", stageId: w.stages.work });
    const byStage = { entity: "deal", groupBy: "stageId" } as const;
    expect(await countGroups(w.owner, byStage)).toEqual([
      { value: w.stages.fresh, count: 2 },
      { value: w.stages.work, count: 1 },
    ]);
    expect(await countGroups(seller, byStage)).toEqual([{ value: w.stages.work, count: 1 }]);
    expect(
      await countGroups(w.owner, { ...byStage, filter: { field: "title", operator: "eq", value: "B" } }),
    ).toEqual([{ value: w.stages.fresh, count: 1 }]);
    const other = await makeWorkspace("Other");
    expect(await countGroups(other.owner, byStage)).toEqual([]);
  });

  it.each(["title", "nope", "createdAt"])("are not made of %s", async (groupBy) => {
    const { owner } = await makeWorkspace();
    await expect(countGroups(owner, { entity: "deal", groupBy })).rejects.toMatchObject({
      code: "INVALID",
      field: "groupBy",
    });
  });
});

describe("the trash", () => {
  it("shows the last deleted first, to those who may delete, in their own workspace", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const [first, second] = [
      await createContact(w.owner, { name: "First" }),
      await createContact(w.owner, { name: "Second" }),
    ];
    await trashRecord(w.owner, { entity: "contact", id: second.id });
    await trashRecord(w.owner, { entity: "contact", id: first.id });
    const asked = { entity: "contact" as const, offset: 0 };
    const { records } = await listTrash(w.owner, asked);
    expect(records.map((one) => one.title)).toEqual(["First", "Second"]);
    expect(records[0]?.deletedAt).toBeInstanceOf(Date);
    expect((await listTrash(other.owner, asked)).records).toEqual([]);
    const seller = await makeMember(w, "sales");
    await expect(listTrash(seller, asked)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
