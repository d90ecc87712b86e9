import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createDeal } from "@/server/crm/deals";
import { createInvoice } from "@/server/crm/invoices";
import { addLines } from "@/server/crm/line-items";
import { createProduct } from "@/server/crm/products";
import { trashRecord } from "@/server/crm/registry";
import { makeMember, makeWorkspace } from "@/server/testing/fixtures";
import { productUses } from "./index";

useTestDatabase();

describe("where a product is used", () => {
  it("is told once a record, the newest first, of what the asker may see", async () => {
    const w = await makeWorkspace();
    const { id: productId } = await createProduct(w.owner, { name: "Window", priceMinor: 100 });
    const titles = async (ctx = w.owner) =>
      (await productUses(ctx, { productId })).uses.map(({ title }) => title);
    expect(await titles()).toEqual([]);
    const deal = await createDeal(w.owner, { title: "House", stageId: w.stages.work });
    await addLines(w.owner, { recordId: deal.id, lines: [{ productId }, { productId }] });
    await createInvoice(w.owner, { dealId: deal.id, language: "en" });
    const gone = await createDeal(w.owner, { title: "Gone", stageId: w.stages.work });
    await addLines(w.owner, { recordId: gone.id, lines: [{ productId }] });
    await trashRecord(w.owner, { entity: "deal", id: gone.id });
    expect(await titles()).toEqual(["Draft", "House"]);
    const seller = await makeMember(w, "sales");
    expect(await titles(seller)).toEqual([]);
    const own = await createDeal(seller, { title: "Own", stageId: w.stages.work });
    await addLines(seller, { recordId: own.id, lines: [{ productId }] });
    expect(await titles(seller)).toEqual(["Own"]);
    const other = await makeWorkspace("Other");
    await expect(productUses(other.owner, { productId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
