import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { listLossReasons, removeStage, updateStage } from "@/server/pipelines";
import { type Context, formatMoney } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import {
  board,
  column,
  createDeal,
  deleteDeal,
  getDeal,
  listDeals,
  moveDeal,
  restoreDeal,
  updateDeal,
} from "./index";

useTestDatabase();

function add(ctx: Context, workspace: Workspace, title = "Windows", amountMinor = 10_000) {
  return createDeal(ctx, { title, stageId: workspace.stages.fresh, amountMinor });
}

const titles = (cards: { title: string }[]) => cards.map((card) => card.title);

describe("creating a deal", () => {
  it("puts it on top of its stage, owned by its creator, and records it", async () => {
    const w = await makeWorkspace();
    await add(w.owner, w, "First");
    const second = await add(w.owner, w, "Second");
    const [fresh] = await board(w.owner, { pipelineId: w.pipelineId });
    expect(titles(fresh?.cards ?? [])).toEqual(["Second", "First"]);
    expect(fresh).toMatchObject({ count: 2, sums: [{ currency: "EUR", amountMinor: 20_000 }] });
    expect(second.ownerId).toBe(w.owner.member?.id);
    expect(await eventsOf(second.id)).toEqual(["deal.created"]);
  });

  it("makes the contact typed in quick add", async () => {
    const w = await makeWorkspace();
    const deal = await createDeal(w.owner, {
      title: "Doors",
      stageId: w.stages.fresh,
      newContact: { name: "Olga", email: "olga@example.com", phone: null },
    });
    expect(await getDeal(w.owner, { dealId: deal.id })).toMatchObject({ contactName: "Olga" });
  });

  it("refuses an observer, another workspace's stage, and another workspace's contact", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const observer = await makeMember(w, "observer");
    await expect(add(observer, w)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(add(w.owner, other)).rejects.toMatchObject({ code: "STAGE_GONE", field: "stageId" });
    const theirs = await createDeal(other.owner, {
      title: "Theirs",
      stageId: other.stages.fresh,
      newContact: { name: "Eve", email: null, phone: null },
    });
    await expect(
      createDeal(w.owner, { title: "Mine", stageId: w.stages.fresh, contactId: theirs.contactId }),
    ).rejects.toMatchObject({ code: "INVALID", field: "contactId" });
  });
});

describe("moving a deal", () => {
  it("lands under the card it was dropped on, changes outcome and records the move", async () => {
    const w = await makeWorkspace();
    const top = await createDeal(w.owner, { title: "Top", stageId: w.stages.won });
    const deal = await add(w.owner, w);
    const moved = await moveDeal(w.owner, {
      dealId: deal.id,
      stageId: w.stages.won,
      afterId: top.id,
      version: 1,
    });
    expect(moved).toMatchObject({ outcome: "won", version: 2 });
    expect(moved.closedAt).toBeInstanceOf(Date);
    const { cards } = await column(w.owner, { pipelineId: w.pipelineId, stageId: w.stages.won });
    expect(titles(cards)).toEqual(["Top", "Windows"]);
    expect(await eventsOf(deal.id)).toEqual(["deal.created", "deal.stage_changed"]);
  });

  it("keeps any order through many moves to the same place", async () => {
    const w = await makeWorkspace();
    const first = await add(w.owner, w, "First");
    const others = [];
    for (let n = 0; n < 60; n++) others.push(await add(w.owner, w, `Deal ${n}`));
    for (const { id } of others)
      await moveDeal(w.owner, { dealId: id, stageId: w.stages.fresh, afterId: first.id });
    const { deals } = await listDeals(w.owner, {
      sort: "createdAt",
      direction: "asc",
      cursor: 0,
      limit: 100,
    });
    const positions = deals.map((deal) => deal.position);
    expect(new Set(positions).size).toBe(61);
    expect(Math.max(...positions.map((position) => position.length))).toBeLessThanOrEqual(50);
    const { cards } = await column(w.owner, { pipelineId: w.pipelineId, stageId: w.stages.fresh });
    expect(titles(cards).slice(0, 3)).toEqual(["First", "Deal 59", "Deal 58"]);
  });

  it("asks for a reason on a lost stage, and forgets it when the deal comes back", async () => {
    const w = await makeWorkspace();
    const deal = await add(w.owner, w);
    const toLost = { dealId: deal.id, stageId: w.stages.lost };
    await expect(moveDeal(w.owner, toLost)).rejects.toMatchObject({ code: "LOSS_REASON_REQUIRED" });
    const [reason] = await listLossReasons(w.owner);
    const lost = await moveDeal(w.owner, { ...toLost, lossReasonId: reason?.id });
    expect(lost).toMatchObject({ outcome: "lost", lossReasonId: reason?.id });
    const back = await moveDeal(w.owner, { dealId: deal.id, stageId: w.stages.work });
    expect(back).toMatchObject({ outcome: "open", lossReasonId: null, closedAt: null });
  });

  it("names the first field the stage requires and the deal lacks", async () => {
    const w = await makeWorkspace();
    const deal = await add(w.owner, w);
    await updateStage(w.owner, {
      stageId: w.stages.work,
      changes: { requiredFields: ["amountMinor", "closesAt"] },
    });
    await expect(moveDeal(w.owner, { dealId: deal.id, stageId: w.stages.work })).rejects.toMatchObject({
      code: "REQUIRED_FIELDS",
      field: "closesAt",
    });
  });

  it("refuses a stale version, a removed stage, a stranger's workspace, and another seller", async () => {
    const w = await makeWorkspace();
    const other = await makeWorkspace("Other");
    const [boris, vera] = [await makeMember(w, "sales"), await makeMember(w, "sales", "Vera")];
    const deal = await add(boris, w);
    await updateDeal(boris, { dealId: deal.id, changes: { title: "Doors" } });
    const move = { dealId: deal.id, stageId: w.stages.work };
    await expect(moveDeal(boris, { ...move, version: 1 })).rejects.toMatchObject({
      code: "VERSION_CONFLICT",
    });
    await expect(moveDeal(vera, move)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(moveDeal(other.owner, move)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await removeStage(w.owner, { stageId: w.stages.work });
    await expect(moveDeal(boris, move)).rejects.toMatchObject({ code: "STAGE_GONE" });
  });

  it("lets an observer who owns the deal move it, and no other observer", async () => {
    const w = await makeWorkspace();
    const [mine, theirs] = [await makeMember(w, "observer"), await makeMember(w, "observer", "Vera")];
    const deal = await createDeal(w.owner, { title: "T", stageId: w.stages.fresh, ownerId: mine.member?.id });
    const move = { dealId: deal.id, stageId: w.stages.work };
    await expect(moveDeal(theirs, move)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(moveDeal(mine, move)).resolves.toMatchObject({ stageId: w.stages.work });
  });

  it("gives two moves at once one order and two versions", async () => {
    const w = await makeWorkspace();
    const deal = await add(w.owner, w);
    await Promise.all([
      moveDeal(w.owner, { dealId: deal.id, stageId: w.stages.work }),
      moveDeal(w.owner, { dealId: deal.id, stageId: w.stages.won }),
    ]);
    expect(await getDeal(w.owner, { dealId: deal.id })).toMatchObject({ version: 3 });
  });
});

describe("finding deals", () => {
  it("shows a seller their own, a head of sales everybody's", async () => {
    const w = await makeWorkspace();
    const [boris, head] = [await makeMember(w, "sales"), await makeMember(w, "head_of_sales", "Vera")];
    await add(boris, w, "Of Boris");
    await add(w.owner, w, "Of the owner");
    const query = { sort: "title", direction: "asc", cursor: 0, limit: 40 } as const;
    expect(titles((await listDeals(boris, query)).deals)).toEqual(["Of Boris"]);
    expect(titles((await listDeals(head, query)).deals)).toEqual(["Of Boris", "Of the owner"]);
    const [fresh] = await board(boris, { pipelineId: w.pipelineId });
    expect(fresh?.count).toBe(1);
  });

  it("finds by a part of the title or the contact's name, in any case, Cyrillic too, and % is just a sign", async () => {
    const w = await makeWorkspace();
    await createDeal(w.owner, {
      title: "Пластиковые ОКНА",
      stageId: w.stages.fresh,
      newContact: { name: "Ольга Петрова", email: null, phone: null },
    });
    await add(w.owner, w, "Doors 100%");
    const search = async (text: string) => {
      const found = await listDeals(w.owner, {
        search: text,
        sort: "title",
        direction: "asc",
        cursor: 0,
        limit: 9,
      });
      return titles(found.deals);
    };
    expect(await search("окна")).toEqual(["Пластиковые ОКНА"]);
    expect(await search("петров")).toEqual(["Пластиковые ОКНА"]);
    expect(await search("0%")).toEqual(["Doors 100%"]);
    expect(await search("%")).toEqual(["Doors 100%"]);
  });
});

describe("changing and deleting", () => {
  it("records what changed, and nothing when nothing did", async () => {
    const w = await makeWorkspace();
    const deal = await add(w.owner, w);
    await updateDeal(w.owner, { dealId: deal.id, changes: { title: "Windows" } });
    expect(await eventsOf(deal.id)).toEqual(["deal.created"]);
    const changed = await updateDeal(w.owner, {
      dealId: deal.id,
      version: 1,
      changes: { amountMinor: 123_450 },
    });
    expect(changed.version).toBe(2);
    expect(await eventsOf(deal.id)).toEqual(["deal.created", "deal.updated"]);
  });

  it("takes a deal to the trash and back, never for a seller's colleague", async () => {
    const w = await makeWorkspace();
    const boris = await makeMember(w, "sales");
    const deal = await add(w.owner, w);
    await expect(deleteDeal(boris, { dealId: deal.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await deleteDeal(w.owner, { dealId: deal.id });
    await expect(getDeal(w.owner, { dealId: deal.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await restoreDeal(w.owner, { dealId: deal.id });
    expect(await getDeal(w.owner, { dealId: deal.id })).toMatchObject({ title: "Windows" });
    expect(await eventsOf(deal.id)).toEqual(["deal.created", "deal.deleted", "deal.restored"]);
  });
});

it("writes money as its readers do", () => {
  expect(formatMoney(123_450, "RUB", "ru").replace(/\s/g, " ")).toBe("1 234,50 ₽");
  expect(formatMoney(500_000, "USD", "en")).toBe("$5,000");
});
