import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createContact } from "@/server/crm/contacts";
import { createDeal } from "@/server/crm/deals";
import { getRecord, listRecords, updateRecord } from "@/server/crm/registry";
import { listFields } from "@/server/fields";
import { eventsOf, makeMember, makeWorkspace } from "@/server/testing/fixtures";
import { changeTag, createTag, deleteTag, listTags, mergeTags } from "./index";

useTestDatabase();

async function tagged() {
  const w = await makeWorkspace();
  const vip = await createTag(w.owner, { name: "VIP" });
  const old = await createTag(w.owner, { name: "Old", colour: "slate" });
  const { id } = await createDeal(w.owner, { title: "Windows", stageId: w.stages.fresh });
  const put = (...tags: string[]) =>
    updateRecord(w.owner, { entity: "deal", id, changes: { tags: tags.length > 0 ? tags : null } });
  const tagsOf = async () =>
    (await getRecord(w.owner, { entity: "deal", id })).record.values.tags as string[] | null;
  return { w, vip, old, id, put, tagsOf };
}

describe("tags", () => {
  it("are a field of every kind of record: written, read, filtered by and told of in history", async () => {
    const { w, vip, id, put, tagsOf } = await tagged();
    await put(vip.id);
    expect(await tagsOf()).toEqual([vip.id]);
    const { id: contactId } = await createContact(w.owner, { name: "Olga", custom: { tags: [vip.id] } });
    const having = (entity: "deal" | "contact") =>
      listRecords(w.owner, { entity, filter: { field: "tags", operator: "any", value: [vip.id] } });
    expect((await having("deal")).records.map((one) => one.id)).toEqual([id]);
    expect((await having("contact")).records.map((one) => one.id)).toEqual([contactId]);
    const field = (await listFields(w.owner, { entity: "company" })).find((one) => one.key === "tags");
    expect(field).toMatchObject({
      type: "multi_list",
      customId: null,
      filterable: true,
      label: { ru: "Теги" },
    });
    expect(field?.options?.map(({ name }) => name)).toEqual(["Old", "VIP"]);
    expect(await eventsOf(id)).toEqual(["deal.created", "deal.updated"]);
  });

  it("that are not here are refused", async () => {
    const [{ put }, theirs] = [await tagged(), await tagged()];
    await expect(put(theirs.vip.id)).rejects.toMatchObject({ code: "INVALID", field: "tags" });
  });

  it("are renamed wherever they are; a name is one tag's", async () => {
    const { w, vip, old } = await tagged();
    await changeTag(w.owner, { tagId: vip.id, changes: { name: "Very important" } });
    expect((await listTags(w.owner)).map(({ name }) => name)).toEqual(["Old", "Very important"]);
    await expect(changeTag(w.owner, { tagId: vip.id, changes: { name: "old" } })).rejects.toMatchObject({
      code: "TAG_TAKEN",
    });
    expect(await createTag(w.owner, { name: "OLD" })).toMatchObject({ id: old.id });
    expect(await eventsOf(vip.id)).toEqual(["tag.created", "tag.changed"]);
  });

  it("are merged: a record that has both keeps one", async () => {
    const { w, vip, old, put, tagsOf } = await tagged();
    await put(old.id, vip.id);
    await mergeTags(w.owner, { tagId: old.id, intoId: vip.id });
    expect(await tagsOf()).toEqual([vip.id]);
    expect(await listTags(w.owner)).toMatchObject([{ id: vip.id, records: 1 }]);
    expect(await eventsOf(old.id)).toContain("tag.merged");
  });

  it("are deleted from every record", async () => {
    const { w, vip, old, put, tagsOf } = await tagged();
    await put(old.id, vip.id);
    await deleteTag(w.owner, { tagId: old.id });
    expect(await tagsOf()).toEqual([vip.id]);
    await deleteTag(w.owner, { tagId: vip.id });
    expect(await tagsOf()).toBeNull();
  });

  it("are made by whoever edits records, and arranged by whoever arranges fields", async () => {
    const { w, vip, old } = await tagged();
    const seller = await makeMember(w, "sales");
    await expect(createTag(seller, { name: "Hot" })).resolves.toMatchObject({ name: "Hot" });
    const observer = await makeMember(w, "observer");
    await expect(createTag(observer, { name: "No" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const refused of [
      () => changeTag(seller, { tagId: vip.id, changes: { name: "X" } }),
      () => deleteTag(seller, { tagId: vip.id }),
      () => mergeTags(seller, { tagId: vip.id, intoId: old.id }),
    ]) {
      await expect(refused()).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const { w: other } = await tagged();
    await expect(deleteTag(other.owner, { tagId: vip.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
