import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import {
  archiveCustomField,
  arrangeFields,
  createCustomField,
  getFieldLayout,
  listFields,
  restoreCustomField,
  updateCustomField,
} from "@/server/fields";
import type { CreateCustomField, FieldSection } from "@/server/fields/contract";
import type { Context } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace } from "@/server/testing/fixtures";
import "./index";

useTestDatabase();

const entity = "contact" as const;
const of = { entity };

const field = (ctx: Context, label: string, more: Partial<CreateCustomField> = {}) =>
  createCustomField(ctx, { entity, type: "text", label, ...more });

const sectionsOf = async (ctx: Context) => (await getFieldLayout(ctx, of)).sections;

const named = (sections: readonly FieldSection[], name: string | null) =>
  sections.find((section) => section.name === name)?.keys;

describe("the arrangement of fields", () => {
  it("has every field in one section until somebody arranges them", async () => {
    const w = await makeWorkspace();
    const { version, sections } = await getFieldLayout(w.owner, of);
    const fields = await listFields(w.owner, of);
    expect(version).toBe(0);
    expect(sections).toEqual([{ name: null, keys: fields.map(({ key }) => key) }]);
  });

  it("puts Pult's own fields and the organization's in sections, empty ones too, as everybody sees them", async () => {
    const w = await makeWorkspace();
    const seller = await makeMember(w, "sales");
    const size = await field(w.owner, "Size");
    const sections = [
      { name: null, keys: ["phone", "name"] },
      { name: "Work", keys: [size.key, "companyId"] },
      { name: "Later", keys: [] },
    ];
    const arranged = await arrangeFields(w.owner, { entity, version: 0, sections });
    expect(arranged.version).toBe(1);
    const seen = await sectionsOf(seller);
    expect(seen.map(({ name }) => name)).toEqual([null, "Work", "Later"]);
    expect(named(seen, "Work")).toEqual([size.key, "companyId"]);
    // What no section named stands behind the field declared before it.
    expect(named(seen, null)?.slice(0, 3)).toEqual(["phone", "email", "name"]);
    const listed = await listFields(seller, of);
    expect(listed.map(({ key, section }) => [section, key])).toEqual(
      seen.flatMap(({ name, keys }) => keys.map((key) => [name, key])),
    );
    expect(await eventsOf(w.owner.organizationId)).toContain("field.reordered");
  });

  it("is arranged by those who set up fields, each in their own workspace", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const { key } = await field(w.owner, "Size");
    const sections = [{ name: null, keys: [key] }];
    const arrange = (ctx: Context) => arrangeFields(ctx, { entity, version: 0, sections });
    await expect(arrange(await makeMember(w, "sales"))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(arrange(other.owner)).rejects.toMatchObject({ code: "INVALID", field: "sections" });
    await arrange(w.owner);
    expect((await getFieldLayout(other.owner, of)).version).toBe(0);
  });

  it.each<[string, FieldSection[]]>([
    ["no first section", [{ name: "Work", keys: [] }]],
    ["two sections of a name", [null, "Work", "Work"].map((name) => ({ name, keys: [] }))],
    ["a field twice", [null, "Work"].map((name) => ({ name, keys: ["phone"] }))],
    ["a field there is not", [{ name: null, keys: ["c_nothing"] }]],
  ])("is refused with %s", async (_, sections) => {
    const w = await makeWorkspace();
    await expect(arrangeFields(w.owner, { entity, version: 0, sections })).rejects.toMatchObject({
      code: "INVALID",
      field: "sections",
    });
  });

  it("is not written over another's unseen", async () => {
    const w = await makeWorkspace();
    const sections = [{ name: null, keys: [] }];
    await arrangeFields(w.owner, { entity, version: 0, sections });
    const stale = { code: "VERSION_CONFLICT" };
    await expect(arrangeFields(w.owner, { entity, version: 0, sections })).rejects.toMatchObject(stale);
    expect((await arrangeFields(w.owner, { entity, version: 1, sections })).version).toBe(2);
  });

  it("keeps the place of a field that is changed, archived and restored, and moves it to the section its form names", async () => {
    const w = await makeWorkspace();
    const [a, b] = [await field(w.owner, "A", { section: "Work" }), await field(w.owner, "B")];
    await field(w.owner, "C", { section: "Work" });
    expect(named(await sectionsOf(w.owner), "Work")).toEqual([a.key, "c_c"]);
    await updateCustomField(w.owner, { fieldId: a.id, changes: { label: "AA", section: "Work" } });
    await updateCustomField(w.owner, { fieldId: a.id, changes: { required: true } });
    expect(named(await sectionsOf(w.owner), "Work")).toEqual([a.key, "c_c"]);
    await archiveCustomField(w.owner, { fieldId: a.id });
    expect(named(await sectionsOf(w.owner), "Work")).toEqual(["c_c"]);
    await restoreCustomField(w.owner, { fieldId: a.id });
    await updateCustomField(w.owner, { fieldId: b.id, changes: { section: "Work" } });
    expect(named(await sectionsOf(w.owner), "Work")).toEqual([a.key, "c_c", b.key]);
    await updateCustomField(w.owner, { fieldId: a.id, changes: { section: null } });
    expect(named(await sectionsOf(w.owner), null)?.at(-1)).toBe(a.key);
  });

  it("of a list is that list's alone", async () => {
    const w = await makeWorkspace();
    await expect(getFieldLayout(w.owner, { entity: "list_item" })).rejects.toMatchObject({ field: "listId" });
  });
});
