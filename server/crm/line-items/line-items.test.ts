import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { setRate } from "@/server/crm/currencies";
import { createDeal, getDeal, updateDeal } from "@/server/crm/deals";
import { createProduct, deleteProduct } from "@/server/crm/products";
import { eventsOf, makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import { addLines, listLines, removeLine, reorderLines, setLines, updateLine } from "./index";

useTestDatabase();

async function dealIn(w: Workspace, ctx = w.owner) {
  const { id } = await createDeal(ctx, { title: "Windows", stageId: w.stages.fresh, amountMinor: 500 });
  return id;
}

const names = ({ lines }: { lines: { name: string }[] }) => lines.map((line) => line.name);

describe("a deal's products", () => {
  it("make its amount, which is then not typed by hand; without them it is free again", async () => {
    const w = await makeWorkspace();
    const recordId = await dealIn(w);
    const { lines, totals } = await addLines(w.owner, {
      recordId,
      lines: [
        { name: "Window", quantity: 2_000, priceMinor: 10_000 },
        { name: "Fitting", priceMinor: 5_000, discount: 1_000 },
      ],
    });
    expect(totals.totalMinor).toBe(24_500);
    expect(await getDeal(w.owner, { dealId: recordId })).toMatchObject({ amountMinor: 24_500, version: 2 });
    const byHand = (changes: object) => updateDeal(w.owner, { dealId: recordId, changes });
    await expect(byHand({ amountMinor: 1 })).rejects.toMatchObject({
      code: "AMOUNT_FROM_LINES",
      field: "amountMinor",
    });
    await expect(byHand({ currency: "USD" })).rejects.toMatchObject({ field: "currency" });
    await byHand({ title: "Windows and doors", amountMinor: 24_500 });
    for (const { id: lineId } of lines) await removeLine(w.owner, { recordId, lineId });
    await byHand({ amountMinor: 700 });
    expect(await getDeal(w.owner, { dealId: recordId })).toMatchObject({ amountMinor: 700 });
    expect(await eventsOf(recordId)).toEqual([
      "deal.created",
      "deal.products_changed",
      "deal.updated",
      "deal.updated",
      "deal.products_changed",
      "deal.updated",
      "deal.products_changed",
      "deal.updated",
    ]);
  });

  it("are set, changed, put in order and inserted in between, in one step each", async () => {
    const w = await makeWorkspace();
    const recordId = await dealIn(w);
    const three = await setLines(w.owner, { recordId, lines: ["A", "B", "C"].map((name) => ({ name })) });
    const [a, b, c] = three.lines.map((line) => line.id);
    expect(names(await reorderLines(w.owner, { recordId, lineIds: [c, a, b].map(String) }))).toEqual([
      "C",
      "A",
      "B",
    ]);
    await addLines(w.owner, { recordId, afterId: c, lines: [{ name: "After C" }] });
    await updateLine(w.owner, { recordId, lineId: String(a), changes: { name: "A2", quantity: 1_500 } });
    expect(names(await listLines(w.owner, { recordId }))).toEqual(["C", "After C", "A2", "B"]);
    const kept = await setLines(w.owner, { recordId, lines: [{ id: String(b), name: "B", priceMinor: 5 }] });
    expect(kept.lines).toMatchObject([{ id: b, name: "B", priceMinor: 5 }]);
    const before = await eventsOf(recordId);
    await setLines(w.owner, { recordId, lines: [{ id: String(b), name: "B", priceMinor: 5 }] });
    expect(await eventsOf(recordId)).toEqual(before);
  });

  it("take over what the product says, its price in the deal's currency by the day's rate", async () => {
    const w = await makeWorkspace();
    const recordId = await dealIn(w);
    const product = { name: "Window", unit: "m2", priceMinor: 10_000, taxRate: 2_000 };
    const own = await createProduct(w.owner, { ...product, currency: "USD", otherPrices: { EUR: 8_800 } });
    const byRate = await createProduct(w.owner, { ...product, currency: "USD" });
    const add = (productId: string) => addLines(w.owner, { recordId, lines: [{ productId }] });
    expect((await add(own.id)).lines.at(-1)).toMatchObject({ unit: "m2", taxRate: 2_000, priceMinor: 8_800 });
    await expect(add(byRate.id)).rejects.toMatchObject({ code: "CURRENCY_UNKNOWN" });
    await setRate(w.owner, { currency: "USD", day: "2020-01-01", rateMicros: 900_000 });
    expect((await add(byRate.id)).lines.at(-1)).toMatchObject({ priceMinor: 9_000 });
    const priced = await addLines(w.owner, { recordId, lines: [{ productId: byRate.id, priceMinor: 1 }] });
    expect(priced.lines.at(-1)).toMatchObject({ name: "Window", priceMinor: 1 });
    await deleteProduct(w.owner, { productId: own.id });
    expect((await listLines(w.owner, { recordId })).lines).toHaveLength(3);
    await expect(add(own.id)).rejects.toMatchObject({ code: "INVALID", field: "productId" });
  });

  it("are whole when many add at once", async () => {
    const w = await makeWorkspace();
    const recordId = await dealIn(w);
    await Promise.all(
      Array.from({ length: 12 }, () =>
        addLines(w.owner, { recordId, lines: [{ name: "X", priceMinor: 100 }] }),
      ),
    );
    expect((await listLines(w.owner, { recordId })).lines).toHaveLength(12);
    expect(await getDeal(w.owner, { dealId: recordId })).toMatchObject({ amountMinor: 1_200, version: 13 });
  });

  it("refuse amounts nobody can pay, discounts over all, and lines without a name", async () => {
    const w = await makeWorkspace();
    const recordId = await dealIn(w);
    const add = (line: object) => addLines(w.owner, { recordId, lines: [line] });
    await expect(
      add({ name: "X", quantity: 1_000_000_000, priceMinor: 9_000_000_000_000 }),
    ).rejects.toMatchObject({ code: "AMOUNT_TOO_LARGE" });
    await expect(add({ name: "X", discount: 10_001 })).rejects.toThrow();
    await expect(add({})).rejects.toThrow();
    await expect(add({ name: "a\u0000b" })).rejects.toThrow();
    const { lines } = await add({ name: "X", discountKind: "amount", discount: 20_000 });
    const lineId = String(lines[0]?.id);
    await expect(
      updateLine(w.owner, { recordId, lineId, changes: { discountKind: "percent" } }),
    ).rejects.toMatchObject({ code: "INVALID", field: "discount" });
  });

  it("are changed by whoever may edit the deal, and by nobody else's organization", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const [boris, observer] = [await makeMember(w, "sales"), await makeMember(w, "observer", "Olga")];
    const recordId = await dealIn(w);
    const lines = [{ name: "X" }];
    await expect(addLines(boris, { recordId, lines })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listLines(boris, { recordId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(addLines(observer, { recordId, lines })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await listLines(observer, { recordId })).toMatchObject({ editable: false });
    await expect(addLines(other.owner, { recordId, lines })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const theirs = await createProduct(other.owner, { name: "Theirs" });
    await expect(addLines(w.owner, { recordId, lines: [{ productId: theirs.id }] })).rejects.toMatchObject({
      code: "INVALID",
      field: "productId",
    });
    const mine = await dealIn(w, boris);
    expect((await addLines(boris, { recordId: mine, lines })).lines).toHaveLength(1);
    const [line] = (await listLines(boris, { recordId: mine })).lines;
    await expect(removeLine(w.owner, { recordId, lineId: String(line?.id) })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
