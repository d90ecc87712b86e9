import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { board, createDeal, deleteDeal, moveDeal, restoreDeal, updateDeal } from "@/server/crm/deals";
import { asWorker, type Context } from "@/server/platform";
import { makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import { foldTallies } from "./index";

useTestDatabase();

/** A filter that holds for everything: its board is counted card by card. */
const counted = { filter: { and: [] } };

const totalsOf = async (ctx: Context, w: Workspace, narrowed: object = {}) => {
  const columns = await board(ctx, { pipelineId: w.pipelineId, ...narrowed });
  return columns
    .map(({ stageId, count, sums }) => ({ stageId, count, sums }))
    .sort((a, b) => (a.stageId < b.stageId ? -1 : 1));
};

async function expectExact(ctx: Context, w: Workspace, narrowed: object = {}): Promise<void> {
  expect(await totalsOf(ctx, w, narrowed)).toEqual(await totalsOf(ctx, w, { ...narrowed, ...counted }));
}

const rowsOf = (w: Workspace) =>
  asWorker(async (tx) => {
    const { rows } = await tx.execute<{ count: number }>(
      sql`select count(*)::int as count from stage_tally where organization_id = ${w.owner.organizationId}`,
    );
    return rows[0]?.count ?? 0;
  });

describe("a stage's totals", () => {
  it("stay exact whatever happens to deals", async () => {
    const w = await makeWorkspace();
    const boris = await makeMember(w, "sales");
    const add = (amountMinor: number, currency = "EUR", ctx = w.owner) =>
      createDeal(ctx, { title: "Deal", stageId: w.stages.fresh, amountMinor, currency });
    const first = await add(100);
    const second = await add(250, "USD");
    await add(400, "EUR", boris);
    await expectExact(w.owner, w);
    await moveDeal(w.owner, { dealId: first.id, stageId: w.stages.work });
    await updateDeal(w.owner, { dealId: second.id, changes: { amountMinor: 300, currency: "EUR" } });
    await updateDeal(w.owner, { dealId: first.id, changes: { ownerId: boris.member?.id ?? null } });
    await expectExact(w.owner, w);
    await expectExact(boris, w);
    await expectExact(w.owner, w, { ownerId: boris.member?.id });
    await deleteDeal(w.owner, { dealId: first.id });
    await expectExact(w.owner, w);
    expect((await totalsOf(w.owner, w)).map(({ stageId }) => stageId)).toEqual([w.stages.fresh]);
    await restoreDeal(w.owner, { dealId: first.id });
    await expectExact(w.owner, w);
    expect(await totalsOf(boris, w)).toEqual(
      expect.arrayContaining([
        { stageId: w.stages.work, count: 1, sums: [{ currency: "EUR", amountMinor: 100 }] },
        { stageId: w.stages.fresh, count: 1, sums: [{ currency: "EUR", amountMinor: 400 }] },
      ]),
    );
  });

  it("do not make moves in opposite directions wait for each other, and are folded without a loss", async () => {
    const w = await makeWorkspace();
    const there = await createDeal(w.owner, { title: "A", stageId: w.stages.fresh, amountMinor: 1 });
    const back = await createDeal(w.owner, { title: "B", stageId: w.stages.work, amountMinor: 2 });
    for (let round = 0; round < 12; round++) {
      const [one, other] =
        round % 2 === 0 ? [w.stages.work, w.stages.fresh] : [w.stages.fresh, w.stages.work];
      await Promise.all([
        moveDeal(w.owner, { dealId: there.id, stageId: one }),
        moveDeal(w.owner, { dealId: back.id, stageId: other }),
      ]);
    }
    const before = await totalsOf(w.owner, w);
    expect(await rowsOf(w)).toBeGreaterThan(40);
    await Promise.all([foldTallies({ over: 40 }), foldTallies({ over: 40 })]);
    expect(await rowsOf(w)).toBe(2);
    expect(await totalsOf(w.owner, w)).toEqual(before);
    await expectExact(w.owner, w);
  });

  it("are nobody else's, and go with their organization", async () => {
    const [mine, other] = [await makeWorkspace(), await makeWorkspace()];
    await createDeal(other.owner, { title: "Theirs", stageId: other.stages.fresh, amountMinor: 5 });
    expect(await board(mine.owner, { pipelineId: other.pipelineId })).toEqual([]);
    await asWorker((tx) =>
      tx.execute(sql`delete from deal where organization_id = ${other.owner.organizationId}`),
    );
    expect(await totalsOf(other.owner, other)).toEqual([]);
  });
});
