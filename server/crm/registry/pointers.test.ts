import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createContact } from "@/server/crm/contacts";
import { createDeal } from "@/server/crm/deals";
import { linkRecords, listLinks } from "@/server/crm/links";
import { createItem, createList } from "@/server/crm/lists";
import { createProduct } from "@/server/crm/products";
import { createCustomField } from "@/server/fields";
import { makeWorkspace } from "@/server/testing/fixtures";
import { listRecords, pointersTo } from "./index";

useTestDatabase();

describe("what points at a contact", () => {
  it("are Pult's own fields and the organization's, of lists too, that can be filtered by", async () => {
    const w = await makeWorkspace();
    const other = await makeWorkspace("Other");
    const list = await createList(w.owner, { name: "Visits", itemName: "Visit", icon: "calendar" });
    const options = { linksTo: "contact" as const };
    const made = { type: "link", label: "Met", options } as const;
    const met = await createCustomField(w.owner, {
      ...made,
      entity: "list_item",
      listId: list.id,
      filterable: true,
    });
    await createCustomField(w.owner, { ...made, entity: "deal", label: "Recommends" });
    await createCustomField(other.owner, { ...made, entity: "deal", filterable: true });
    const found = await pointersTo(w.owner, { entity: "contact" });
    expect(found).toEqual([
      { entity: "deal", field: "contactId", label: null, listId: null },
      { entity: "lead", field: "contactId", label: null, listId: null },
      { entity: "invoice", field: "contactId", label: null, listId: null },
      { entity: "list_item", field: met.key, label: { en: "Met", ru: "Met" }, listId: list.id },
    ]);

    const olga = await createContact(w.owner, { name: "Olga" });
    await createItem(w.owner, { listId: list.id, title: "At noon", custom: { [met.key]: olga.id } });
    const filter = {
      and: [
        { field: "listId", operator: "in" as const, value: [list.id] },
        { field: met.key, operator: "eq" as const, value: olga.id },
      ],
    };
    const { records } = await listRecords(w.owner, { entity: "list_item", filter });
    expect(records.map((one) => one.title)).toEqual(["At noon"]);
  });
});

describe("a link by hand", () => {
  it("joins a deal with a product and an entry of a list", async () => {
    const w = await makeWorkspace();
    const deal = await createDeal(w.owner, { title: "Windows", stageId: w.stages.fresh });
    const product = await createProduct(w.owner, { name: "Window", priceMinor: 100, currency: "EUR" });
    const list = await createList(w.owner, { name: "Visits", itemName: "Visit", icon: "calendar" });
    const item = await createItem(w.owner, { listId: list.id, title: "At noon" });
    for (const { id } of [product, item]) await linkRecords(w.owner, { fromId: deal.id, toId: id });
    const linked = await listLinks(w.owner, { recordId: deal.id });
    expect(linked.map(({ record }) => [record.entity, record.title])).toEqual([
      ["product", "Window"],
      ["list_item", "At noon"],
    ]);
    expect(await listLinks(w.owner, { recordId: item.id })).toMatchObject([{ record: { id: deal.id } }]);
  });
});
