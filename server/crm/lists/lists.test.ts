import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import {
  getRecord,
  listRecords,
  restoreRecord,
  search,
  trashRecord,
  updateRecord,
} from "@/server/crm/registry";
import {
  archiveCustomField,
  arrangeFields,
  createCustomField,
  listFields,
  resolveFilter,
} from "@/server/fields";
import { type Filter, toSql } from "@/server/filter";
import { type Context, inOrganization } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace } from "@/server/testing/fixtures";
import { createView, listViews, setDefaultView } from "@/server/views";
import {
  allLists,
  archiveList,
  createItem,
  createList,
  renameList,
  reorderLists,
  restoreList,
} from "./index";

useTestDatabase();

const entity = "list_item" as const;
const refused = { code: "FORBIDDEN" };
const gone = { code: "NOT_FOUND" };

const documents = (ctx: Context) =>
  createList(ctx, { name: "Documents", itemName: "Document", readyMade: "documents" });
const plain = (ctx: Context, name = "Places") => createList(ctx, { name, itemName: "Place" });

const field = (ctx: Context, listId: string, label: string, filterable = true) =>
  createCustomField(ctx, { entity, listId, type: "text", label, filterable });

async function titles(ctx: Context, filter: Filter): Promise<string[]> {
  const { records } = await listRecords(ctx, {
    ...{ entity, filter },
    sort: { field: "title", direction: "asc" },
  });
  return records.map((record) => record.title);
}

const within = (listId: string, ...more: Filter[]): Filter => ({
  and: [{ field: "listId", operator: "in", value: [listId] }, ...more],
});

describe("a list", () => {
  it("is made with the fields of a ready-made one, and told of", async () => {
    const w = await makeWorkspace();
    const { id: listId } = await documents(w.owner);
    const own = (await listFields(w.owner, { entity, listId })).filter((one) => one.customId);
    expect(own.map((one) => one.label.en)).toEqual([
      ...["Kind", "Number", "Signed on", "Valid until", "State", "Company", "Deal"],
    ]);
    expect(own.every((one) => one.filterable)).toBe(true);
    expect(await eventsOf(listId)).toEqual(["list.created"]);
  });

  it("is renamed, put elsewhere, archived and restored", async () => {
    const w = await makeWorkspace();
    const [a, b] = [await plain(w.owner, "A"), await plain(w.owner, "B")];
    await reorderLists(w.owner, { listIds: [b.id, a.id] });
    await renameList(w.owner, { listId: a.id, changes: { name: "Warehouses" } });
    const names = async (archived = false) => (await allLists(w.owner, { archived })).map((one) => one.name);
    expect(await names()).toEqual(["B", "Warehouses"]);
    await archiveList(w.owner, { listId: b.id });
    expect([await names(), await names(true)]).toEqual([["Warehouses"], ["B"]]);
    await expect(createItem(w.owner, { listId: b.id, title: "X" })).rejects.toMatchObject({
      field: "listId",
    });
    await restoreList(w.owner, { listId: b.id });
    expect(await names()).toEqual(["B", "Warehouses"]);
    expect(await eventsOf(a.id)).toEqual(["list.created", "list.renamed"]);
    expect(await eventsOf(b.id)).toEqual(["list.created", "list.archived", "list.restored"]);
    const some = reorderLists(w.owner, { listIds: [a.id] });
    await expect(some).rejects.toMatchObject({ code: "INVALID", field: "listIds" });
  });

  it("is the business of those who set up fields, in their own workspace", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const seller = await makeMember(w, "sales");
    const { id: listId } = await plain(w.owner);
    const changes = { name: "Mine" };
    await expect(plain(seller)).rejects.toMatchObject(refused);
    await expect(renameList(seller, { listId, changes })).rejects.toMatchObject(refused);
    await expect(archiveList(seller, { listId })).rejects.toMatchObject(refused);
    await expect(restoreList(seller, { listId })).rejects.toMatchObject(refused);
    await expect(reorderLists(seller, { listIds: [listId] })).rejects.toMatchObject(refused);
    await expect(renameList(other.owner, { listId, changes })).rejects.toMatchObject(gone);
    await expect(archiveList(other.owner, { listId })).rejects.toMatchObject(gone);
    await expect(restoreList(other.owner, { listId })).rejects.toMatchObject(gone);
    await expect(reorderLists(other.owner, { listIds: [listId] })).rejects.toMatchObject({
      field: "listIds",
    });
    expect(await allLists(other.owner, { archived: false })).toEqual([]);
  });
});

describe("a record of a list", () => {
  it("is added, changed, found, thrown away and brought back, and told of", async () => {
    const w = await makeWorkspace();
    const { id: listId } = await plain(w.owner);
    const { key } = await field(w.owner, listId, "Street");
    const { id } = await createItem(w.owner, { listId, title: "Harbour", custom: { [key]: "Quay" } });
    await updateRecord(w.owner, { entity, id, changes: { title: "Old harbour", [key]: "Mole" } });
    expect((await getRecord(w.owner, { entity, id })).record.values).toMatchObject({ [key]: "Mole", listId });
    expect(await search(w.owner, { text: "harbour" })).toMatchObject([{ id, entity, title: "Old harbour" }]);
    await trashRecord(w.owner, { entity, id });
    expect((await allLists(w.owner, { archived: false }))[0]?.count).toBe(0);
    await restoreRecord(w.owner, { entity, id });
    expect((await allLists(w.owner, { archived: false }))[0]?.count).toBe(1);
    expect(await eventsOf(id)).toEqual([
      ...["list_item.created", "list_item.updated", "list_item.deleted", "list_item.restored"],
    ]);
  });

  it("is added by whom the role allows, to a list of their workspace, and seen by its owner", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const [seller, observer] = [await makeMember(w, "sales"), await makeMember(w, "observer", "Olga")];
    const { id: listId } = await plain(w.owner);
    const { id } = await createItem(w.owner, { listId, title: "Harbour" });
    await createItem(seller, { listId, title: "Station" });
    await expect(createItem(observer, { listId, title: "X" })).rejects.toMatchObject(refused);
    await expect(createItem(other.owner, { listId, title: "X" })).rejects.toMatchObject({ field: "listId" });
    await expect(getRecord(other.owner, { entity, id })).rejects.toMatchObject(gone);
    await expect(getRecord(seller, { entity, id })).rejects.toMatchObject(gone);
    expect(await titles(seller, within(listId))).toEqual(["Station"]);
    expect((await allLists(seller, { archived: false }))[0]?.count).toBe(1);
  });
});

describe("the fields of a list", () => {
  it("are needed by the list's records, and refused by another's", async () => {
    const w = await makeWorkspace();
    const [a, b] = [await plain(w.owner, "A"), await plain(w.owner, "B")];
    const mine = await createCustomField(w.owner, {
      ...{ entity, listId: a.id, type: "text", label: "Street", required: true },
    });
    const theirs = await field(w.owner, b.id, "Street");
    expect(theirs.key).not.toBe(mine.key);
    const keys = async (listId: string) =>
      (await listFields(w.owner, { entity, listId })).filter((one) => one.customId).map((one) => one.key);
    expect([await keys(a.id), await keys(b.id)]).toEqual([[mine.key], [theirs.key]]);
    const lacking = createItem(w.owner, { listId: a.id, title: "X" });
    await expect(lacking).rejects.toMatchObject({ field: mine.key });
    const foreign = createItem(w.owner, { listId: b.id, title: "X", custom: { [mine.key]: "Quay" } });
    await expect(foreign).rejects.toMatchObject({ code: "INVALID" });
    const { id } = await createItem(w.owner, { listId: b.id, title: "X" });
    const changed = updateRecord(w.owner, { entity, id, changes: { [mine.key]: "Quay" } });
    await expect(changed).rejects.toMatchObject({ code: "INVALID" });
    expect((await getRecord(w.owner, { entity, id })).record.values).not.toHaveProperty(mine.key);
    const { records } = await listRecords(w.owner, { entity });
    expect(records[0]?.values).not.toHaveProperty(mine.key);
    const foreignKeys = [{ name: null, keys: [theirs.key] }];
    const arrange = arrangeFields(w.owner, { entity, listId: a.id, version: 0, sections: foreignKeys });
    await expect(arrange).rejects.toMatchObject({ code: "INVALID", field: "sections" });
  });

  it("belong to a list of the workspace, and no other entity's field to any", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const { id: listId } = await plain(other.owner);
    const at = { code: "INVALID", field: "listId" };
    const make = (ctx: Context, more: object) =>
      createCustomField(ctx, { entity, type: "text", label: "Street", ...more });
    await expect(make(w.owner, {})).rejects.toMatchObject(at);
    await expect(make(w.owner, { listId })).rejects.toMatchObject(at);
    await expect(make(other.owner, { entity: "deal", listId })).rejects.toMatchObject(at);
  });

  it("share slots, and a filter asks the slot in its own list only", async () => {
    const w = await makeWorkspace();
    const [a, b] = [await plain(w.owner, "A"), await plain(w.owner, "B")];
    const [street, colour] = [await field(w.owner, a.id, "Street"), await field(w.owner, b.id, "Colour")];
    expect([street.slot, colour.slot]).toEqual(["slotText1", "slotText1"]);
    await createItem(w.owner, { listId: a.id, title: "Harbour", custom: { [street.key]: "Green" } });
    await createItem(w.owner, { listId: a.id, title: "Station" });
    await createItem(w.owner, { listId: b.id, title: "Paint", custom: { [colour.key]: "Green" } });
    const green = (key: string): Filter => ({ field: key, operator: "eq", value: "green" });
    expect(await titles(w.owner, green(street.key))).toEqual(["Harbour"]);
    expect(await titles(w.owner, green(colour.key))).toEqual(["Paint"]);
    expect(await titles(w.owner, within(a.id, green(colour.key)))).toEqual([]);
    expect(await titles(w.owner, within(a.id, { field: street.key, operator: "empty" }))).toEqual([
      "Station",
    ]);
    expect(await titles(w.owner, within(b.id, { field: street.key, operator: "empty" }))).toEqual(["Paint"]);
    const plan = await inOrganization(w.owner, async (tx) => {
      const asked = toSql(await resolveFilter(w.owner, tx, entity, green(street.key)));
      await tx.execute(sql`set local enable_seqscan = off`);
      const { rows } = await tx.execute<{ "QUERY PLAN": string }>(
        sql`explain select id from list_item where organization_id = ${w.owner.organizationId} and ${asked}`,
      );
      return JSON.stringify(rows);
    });
    expect(plan).toMatch(/slot_text1.*=.*green/);
    await archiveCustomField(w.owner, { fieldId: street.id });
    expect(await titles(w.owner, green(colour.key))).toEqual(["Paint"]);
  });
});

describe("the views of a list", () => {
  it("are its own, and so is the one it opens with", async () => {
    const w = await makeWorkspace();
    const [a, b] = [await plain(w.owner, "A"), await plain(w.owner, "B")];
    const kept = { filter: null, columns: null, sort: null, groupBy: null };
    const save = (listId: string) => createView(w.owner, { entity, listId, name: "Mine", ...kept });
    const [first, second] = [await save(a.id), await save(b.id)];
    await setDefaultView(w.owner, { entity, listId: a.id, viewId: first.id });
    await setDefaultView(w.owner, { entity, listId: b.id, viewId: second.id });
    const seen = async (listId: string) =>
      (await listViews(w.owner, { entity, listId })).map((one) => [one.id, one.isDefault]);
    expect([await seen(a.id), await seen(b.id)]).toEqual([[[first.id, true]], [[second.id, true]]]);
    const foreign = setDefaultView(w.owner, { entity, listId: a.id, viewId: second.id });
    await expect(foreign).rejects.toMatchObject(gone);
    const nowhere = createView(w.owner, { entity, name: "Mine", ...kept });
    await expect(nowhere).rejects.toMatchObject({ field: "listId" });
  });
});
