import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { countGroups, listRecords, search, updateRecord } from "@/server/crm/registry";
import { listFields } from "@/server/fields";
import type { Filter } from "@/server/filter/tree";
import { eventsOf, makeMember, makeWorkspace } from "@/server/testing/fixtures";
import {
  createProduct,
  deleteProduct,
  getProduct,
  listCategories,
  listProducts,
  removeCategory,
  restoreProduct,
  saveCategory,
  updateProduct,
} from "./index";

useTestDatabase();

describe("a product", () => {
  it("is added, changed, taken to the trash and back, each recorded", async () => {
    const { owner } = await makeWorkspace();
    const made = await createProduct(owner, { name: "Окно", sku: "W-1", priceMinor: 1_000, taxRate: 2_000 });
    expect(made).toMatchObject({ unit: "pcs", currency: "EUR", taxIncluded: true, status: "active" });
    await updateProduct(owner, { productId: made.id, version: 1, changes: { otherPrices: { USD: 1_200 } } });
    await deleteProduct(owner, { productId: made.id });
    await expect(getProduct(owner, { productId: made.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await restoreProduct(owner, { productId: made.id });
    expect(await getProduct(owner, { productId: made.id })).toMatchObject({ otherPrices: { USD: 1_200 } });
    expect(await eventsOf(made.id)).toEqual([
      "product.created",
      "product.updated",
      "product.deleted",
      "product.restored",
    ]);
  });

  it("is a record: listed by fields, found by name in either alphabet and by its article number", async () => {
    const { owner } = await makeWorkspace();
    const { id } = await createProduct(owner, { name: "Подоконник", sku: "SILL-300" });
    await updateRecord(owner, { entity: "product", id, changes: { sku: "SILL-350" } });
    const found = async (text: string) => (await search(owner, { text })).map((one) => one.title);
    expect(await found("podokonnik")).toEqual(["Подоконник"]);
    expect(await found("sill-350")).toEqual(["Подоконник"]);
    expect(await found("sill-300")).toEqual([]);
    const filter = { field: "status", operator: "in", value: ["active"] } as const;
    const { records } = await listRecords(owner, { entity: "product", filter });
    expect(records[0]?.values).toMatchObject({ name: "Подоконник", sku: "SILL-350" });
  });

  it("tells its category and tax, and is asked for them, in lists and from other kinds", async () => {
    const { owner } = await makeWorkspace();
    const windows = await saveCategory(owner, { name: "Windows" });
    const wooden = await saveCategory(owner, { name: "Wooden", parentId: windows.id });
    await saveCategory(owner, { name: "Doors" });
    await createProduct(owner, { name: "Oak", categoryId: wooden.id, taxRate: 1_250, unit: "set" });
    await createProduct(owner, { name: "Plain" });
    const fields = await listFields(owner, { entity: "product" });
    const choices = fields.find(({ key }) => key === "categoryId")?.options;
    expect(choices?.map(({ name }) => name)).toEqual(["Doors", "Windows", "Wooden"]);
    const titles = async (filter: Filter) =>
      (await listRecords(owner, { entity: "product", filter })).records.map(({ title }) => title);
    expect(await titles({ field: "categoryId", operator: "in", value: [wooden.id] })).toEqual(["Oak"]);
    expect(await titles({ field: "taxPercent", operator: "between", value: [12.4, 12.6] })).toEqual(["Oak"]);
    await expect(titles({ field: "categoryId", operator: "eq", value: "windows" })).rejects.toMatchObject({
      code: "FILTER_INVALID",
    });
    expect(await titles({ field: "unit", operator: "ne", value: "set" })).toEqual(["Plain"]);
    const groups = await countGroups(owner, { entity: "product", groupBy: "categoryId" });
    expect(groups).toEqual(
      expect.arrayContaining([
        { value: wooden.id, count: 1 },
        { value: null, count: 1 },
      ]),
    );
    const { records } = await listRecords(owner, {
      ...{ entity: "product", columns: ["taxPercent"] },
      sort: { field: "taxPercent", direction: "asc" },
    });
    expect(records.map(({ values }) => values)).toContainEqual({ taxPercent: 12.5 });
  });

  it("has an article number to itself, also under a race and out of the trash", async () => {
    const { owner } = await makeWorkspace();
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) => createProduct(owner, { name: `Window ${n}`, sku: "W-1" })),
    );
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of tries)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "SKU_TAKEN", field: "sku" });
    const [{ id: productId } = { id: "" }] = (await listProducts(owner, {})).products;
    await deleteProduct(owner, { productId });
    await createProduct(owner, { name: "Another", sku: "W-1" });
    await expect(restoreProduct(owner, { productId })).rejects.toMatchObject({ code: "SKU_TAKEN" });
  });

  it("is seen by sellers and made by those who lead them, within its organization", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const seller = await makeMember(w, "sales");
    const { id: productId } = await createProduct(w.owner, { name: "Window" });
    await expect(createProduct(seller, { name: "Door" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(updateProduct(seller, { productId, changes: { name: "Mine" } })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await getProduct(seller, { productId })).toMatchObject({ name: "Window" });
    await expect(getProduct(other.owner, { productId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const theirs = await saveCategory(other.owner, { name: "Theirs" });
    await expect(createProduct(w.owner, { name: "Door", categoryId: theirs.id })).rejects.toMatchObject({
      code: "INVALID",
      field: "categoryId",
    });
  });
});

describe("the catalogue", () => {
  it("is a tree: a branch shows what its own branches have, and never stands inside itself", async () => {
    const { owner } = await makeWorkspace();
    const windows = await saveCategory(owner, { name: "Windows" });
    const wooden = await saveCategory(owner, { name: "Wooden", parentId: windows.id });
    await createProduct(owner, { name: "Oak", categoryId: wooden.id });
    await createProduct(owner, { name: "Elsewhere" });
    const names = async (categoryId: string) =>
      (await listProducts(owner, { categoryId })).products.map((one) => one.name);
    expect(await names(windows.id)).toEqual(["Oak"]);
    await expect(
      saveCategory(owner, { id: windows.id, name: "Windows", parentId: wooden.id }),
    ).rejects.toMatchObject({ code: "CATEGORY_LOOP" });
    await removeCategory(owner, { categoryId: wooden.id });
    expect(await listCategories(owner)).toMatchObject([{ name: "Windows" }]);
    expect(await names(windows.id)).toEqual(["Oak"]);
    expect(await eventsOf(wooden.id)).toEqual(["product_category.saved", "product_category.removed"]);
  });

  it("is not changed by a seller, nor by another organization", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const seller = await makeMember(w, "sales");
    const { id } = await saveCategory(w.owner, { name: "Windows" });
    await expect(saveCategory(seller, { name: "Mine" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(removeCategory(seller, { categoryId: id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(removeCategory(other.owner, { categoryId: id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(saveCategory(other.owner, { name: "Inside", parentId: id })).rejects.toMatchObject({
      code: "INVALID",
      field: "parentId",
    });
  });

  it("offers what is on sale, and all when asked", async () => {
    const { owner } = await makeWorkspace();
    await createProduct(owner, { name: "Old", status: "archived" });
    await createProduct(owner, { name: "New" });
    expect((await listProducts(owner, {})).products.map((one) => one.name)).toEqual(["New"]);
    expect((await listProducts(owner, { all: true, limit: 1 })).nextCursor).toBe(1);
  });
});
