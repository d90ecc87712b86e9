import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { type Context, newId } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace } from "@/server/testing/fixtures";
import type { CreateView } from "./contract";
import { createView, deleteView, listViews, reorderViews, setDefaultView, updateView } from "./index";

// The field catalog of every entity is declared where its module is loaded.
import "@/server/crm/registry";

useTestDatabase();

const plain: Omit<CreateView, "name"> = {
  entity: "contact",
  filter: null,
  columns: null,
  sort: null,
  groupBy: null,
};
const save = (ctx: Context, name: string, more: Partial<CreateView> = {}) =>
  createView(ctx, { ...plain, name, ...more });
const names = async (ctx: Context) => (await listViews(ctx, { entity: "contact" })).map((view) => view.name);

describe("views", () => {
  it("are saved, changed and forgotten, each told of", async () => {
    const { owner } = await makeWorkspace();
    const view = await save(owner, "With email", {
      filter: { field: "email", operator: "not_empty" },
      columns: [{ key: "name", width: 240 }, { key: "email" }],
      sort: { field: "name", direction: "asc" },
      groupBy: "ownerId",
    });
    expect(await listViews(owner, { entity: "contact" })).toEqual([view]);
    await updateView(owner, { viewId: view.id, changes: { name: "Reachable", groupBy: null } });
    expect(await listViews(owner, { entity: "contact" })).toMatchObject([
      { name: "Reachable", groupBy: null, sort: { field: "name" }, mine: true },
    ]);
    expect(await listViews(owner, { entity: "company" })).toEqual([]);
    await deleteView(owner, { viewId: view.id });
    expect(await names(owner)).toEqual([]);
    expect(await eventsOf(view.id)).toEqual(["view.created", "view.updated", "view.deleted"]);
  });

  it("remember a board or a list, or neither", async () => {
    const { owner } = await makeWorkspace();
    const deals = { entity: "deal" as const };
    const board = await save(owner, "Mine", { ...deals, layout: "board" });
    await save(owner, "Any", deals);
    const layouts = async () => (await listViews(owner, deals)).map((view) => view.layout);
    expect(await layouts()).toEqual(["board", null]);
    await updateView(owner, { viewId: board.id, changes: { name: "Still mine" } });
    expect(await layouts()).toEqual(["board", null]);
    await updateView(owner, { viewId: board.id, changes: { layout: "list" } });
    expect(await layouts()).toEqual(["list", null]);
  });

  it("belong to whoever made them until they are shared, which takes the right to", async () => {
    const w = await makeWorkspace();
    const seller = await makeMember(w, "sales");
    const own = await save(seller, "Mine");
    await expect(save(seller, "All", { shared: true })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(updateView(seller, { viewId: own.id, changes: { shared: true } })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await names(w.owner)).toEqual([]);
    await expect(deleteView(w.owner, { viewId: own.id })).rejects.toMatchObject({ code: "NOT_FOUND" });

    const shared = await save(w.owner, "Shared", { shared: true });
    expect(await names(seller)).toEqual(["Mine", "Shared"]);
    const change = { viewId: shared.id, changes: { name: "X" } };
    await expect(updateView(seller, change)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(deleteView(seller, { viewId: shared.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const head = await makeMember(w, "head_of_sales", "Vera");
    await updateView(head, change);
    expect(await names(seller)).toEqual(["Mine", "X"]);
  });

  it("do not exist for another workspace", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const { id } = await save(w.owner, "Shared", { shared: true });
    const attempts = [
      () => updateView(other.owner, { viewId: id, changes: { name: "X" } }),
      () => deleteView(other.owner, { viewId: id }),
      () => setDefaultView(other.owner, { entity: "contact", viewId: id }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await names(other.owner)).toEqual([]);
  });

  it.each<[string, Partial<CreateView>, Record<string, unknown>]>([
    ["an unknown field", { filter: { field: "nope", operator: "empty" } }, { code: "FILTER_INVALID" }],
    ["an unknown order", { sort: { field: "nope", direction: "asc" } }, { code: "INVALID", field: "sort" }],
    ["groups of a text", { groupBy: "name" }, { code: "INVALID", field: "groupBy" }],
  ])("are refused with %s", async (_name, more, refusal) => {
    const { owner } = await makeWorkspace();
    await expect(save(owner, "Wrong", more)).rejects.toMatchObject(refusal);
  });

  it("open with the one a member chose, until it is gone", async () => {
    const w = await makeWorkspace();
    const seller = await makeMember(w, "sales");
    const shared = await save(w.owner, "Shared", { shared: true });
    const second = await save(w.owner, "Second", { shared: true });
    await setDefaultView(seller, { entity: "contact", viewId: shared.id });
    await setDefaultView(seller, { entity: "contact", viewId: second.id });
    const defaults = async (ctx: Context) =>
      (await listViews(ctx, { entity: "contact" })).filter((view) => view.isDefault).map((view) => view.name);
    expect(await defaults(seller)).toEqual(["Second"]);
    expect(await defaults(w.owner)).toEqual([]);
    await expect(setDefaultView(seller, { entity: "contact", viewId: newId() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await deleteView(w.owner, { viewId: second.id });
    expect(await defaults(seller)).toEqual([]);
    await setDefaultView(seller, { entity: "contact", viewId: null });
  });

  it("are put in order: shared ones by whoever may share, one's own by anybody", async () => {
    const w = await makeWorkspace();
    const seller = await makeMember(w, "sales");
    const [a, b, mine, last] = [
      await save(w.owner, "A", { shared: true }),
      await save(w.owner, "B", { shared: true }),
      await save(seller, "Mine"),
      await save(seller, "Last"),
    ].map((view) => view.id) as [string, string, string, string];
    await reorderViews(seller, { entity: "contact", viewIds: [last, mine, b, a] });
    expect(await names(seller)).toEqual(["A", "B", "Last", "Mine"]);
    await reorderViews(w.owner, { entity: "contact", viewIds: [b, a] });
    expect(await names(seller)).toEqual(["B", "A", "Last", "Mine"]);
    await expect(reorderViews(w.owner, { entity: "contact", viewIds: [mine] })).rejects.toMatchObject({
      code: "INVALID",
      field: "viewIds",
    });
  });
});
