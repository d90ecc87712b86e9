import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createCompany } from "@/server/crm/companies";
import { createContact } from "@/server/crm/contacts";
import { createDeal } from "@/server/crm/deals";
import { convertLead, createLead } from "@/server/crm/leads";
import { createItem, createList } from "@/server/crm/lists";
import { createProduct } from "@/server/crm/products";
import { createCustomField } from "@/server/fields";
import type { CreateCustomField, Entity } from "@/server/fields/contract";
import { type Context, contextOf } from "@/server/platform";
import { makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import { getRecord, updateRecord } from "./index";

useTestDatabase();

const required = (w: Workspace, entity: Entity, more: Partial<CreateCustomField> = {}) =>
  createCustomField(w.owner, { entity, type: "text", label: "Hull", required: true, ...more });

type Custom = Record<string, unknown> | undefined;
type Kind = [Entity, (ctx: Context, w: Workspace, custom: Custom) => Promise<{ id: string }>];

const kinds: Kind[] = [
  ["deal", (ctx, w, custom) => createDeal(ctx, { title: "Roof", stageId: w.stages.fresh, custom })],
  ["lead", (ctx, _, custom) => createLead(ctx, { title: "Roof", custom })],
  ["contact", (ctx, _, custom) => createContact(ctx, { name: "Olga", custom })],
  ["company", (ctx, _, custom) => createCompany(ctx, { name: "Oak", custom })],
  ["product", (ctx, _, custom) => createProduct(ctx, { name: "Nails", custom })],
];

function asActor(w: Workspace, actor: Context["actor"]): Context {
  const { organizationId: id, timeZone, currency } = w.owner;
  return contextOf({ organization: { id, timeZone, currency, language: "en" }, actor });
}

describe("a required field of a new record", () => {
  it.each(kinds)(
    "is asked of a member, whether custom values are given or not: %s",
    async (entity, create) => {
      const w = await makeWorkspace();
      const { key } = await required(w, entity);
      for (const custom of [undefined, {}, { [key]: null }, { [key]: " " }])
        await expect(create(w.owner, w, custom)).rejects.toMatchObject({
          ...{ code: "FIELD_REQUIRED", field: key, data: { name: "Hull" } },
        });
      const { id } = await create(w.owner, w, { [key]: "Oak" });
      const { record } = await getRecord(w.owner, { entity, id, trash: false });
      expect(record.values[key]).toBe("Oak");
    },
  );

  it.each(kinds)("may be lacking where there is nobody to ask: %s", async (entity, create) => {
    const w = await makeWorkspace();
    const { key } = await required(w, entity);
    const robot = asActor(w, { type: "robot", id: w.sourceId, name: "Robot" });
    const system = asActor(w, { type: "system", id: "pult" });
    for (const ctx of [robot, system])
      for (const custom of [undefined, {}]) {
        const { id } = await create(ctx, w, custom);
        const { record } = await getRecord(w.owner, { entity, id, trash: false });
        expect(record.values[key] ?? null).toBeNull();
      }
  });

  it("is one list's alone", async () => {
    const w = await makeWorkspace();
    const list = await createList(w.owner, { name: "Boats", itemName: "Boat" });
    const other = await createList(w.owner, { name: "Cars", itemName: "Car" });
    const { key } = await required(w, "list_item", { listId: list.id });
    await expect(createItem(w.owner, { listId: list.id, title: "Ann" })).rejects.toMatchObject({
      code: "FIELD_REQUIRED",
      field: key,
    });
    expect(await createItem(w.owner, { listId: other.id, title: "Volvo" })).toMatchObject({ title: "Volvo" });
  });

  it("is not asked of what is made on the way: a person beside a deal, what a lead becomes", async () => {
    const w = await makeWorkspace();
    await required(w, "contact");
    const { contactId } = await createDeal(w.owner, {
      ...{ title: "Roof", stageId: w.stages.fresh, newContact: { name: "Olga", phone: null, email: null } },
    });
    expect(contactId).not.toBeNull();
    await required(w, "deal");
    const lead = await createLead(w.owner, { title: "Roof" });
    const { dealId } = await convertLead(w.owner, {
      ...{ leadId: lead.id, deal: { pipelineId: w.pipelineId }, contact: { name: "Olga" }, company: null },
    });
    expect(dealId).not.toBeNull();
  });
});

describe("a required field of a record that lacks it", () => {
  it("stands in the way of no other change, and once filled in is changed but not emptied", async () => {
    const w = await makeWorkspace();
    const lead = await createLead(w.owner, { title: "Roof" });
    const { key } = await required(w, "lead");
    const change = (changes: Record<string, unknown>) =>
      updateRecord(w.owner, { entity: "lead", id: lead.id, changes });
    expect((await change({ title: "Big roof" })).record.title).toBe("Big roof");
    await change({ [key]: "Oak" });
    for (const empty of [null, "", "  "])
      await expect(change({ [key]: empty })).rejects.toMatchObject({
        ...{ code: "FIELD_REQUIRED", field: key, data: { name: "Hull" } },
      });
    expect((await change({ [key]: "Ash" })).record.values[key]).toBe("Ash");
  });
});
