import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { board, createDeal, moveDeal } from "@/server/crm/deals";
import { createLead } from "@/server/crm/leads";
import { getRecord, updateRecord } from "@/server/crm/registry";
import { createTag, deleteTag } from "@/server/crm/tags";
import { listLossReasons, updateStage } from "@/server/pipelines";
import { type Context, newId } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import type { StartBulk } from "./contract";
import { refusedRecords, startBulk, undoBulk } from "./index";

useTestDatabase();

async function deals(w: Workspace, titles: string[], ctx = w.owner): Promise<string[]> {
  const ids: string[] = [];
  for (const title of titles) {
    ids.push((await createDeal(ctx, { title, stageId: w.stages.fresh, amountMinor: 100 })).id);
  }
  return ids;
}
const start = (ctx: Context, ids: string[], action: StartBulk["action"]) =>
  startBulk(ctx, { entity: "deal", target: { ids }, action });
const to = (stageId: string, lossReasonId?: string) => ({ type: "move" as const, stageId, lossReasonId });
const titlesOn = async (w: Workspace, stageId: string) =>
  (await board(w.owner, { pipelineId: w.pipelineId }))
    .find((column) => column.stageId === stageId)
    ?.cards.map((card) => card.title) ?? [];

describe("many records moved to a stage", () => {
  it("are moved as one is, told of, and put back where they stood", async () => {
    const w = await makeWorkspace();
    const ids = await deals(w, ["C", "B", "A"]);
    const [c = "", , a = ""] = ids;
    await moveDeal(w.owner, { dealId: c, stageId: w.stages.fresh, afterId: a });
    const job = await start(w.owner, ids, to(w.stages.work));
    expect(job).toMatchObject({ state: "done", action: "move", done: 3, refused: 0 });
    expect(await titlesOn(w, w.stages.work)).toHaveLength(3);
    expect(await eventsOf(a)).toEqual(["deal.created", "deal.stage_changed"]);
    await undoBulk(w.owner, { jobId: job.id });
    expect(await titlesOn(w, w.stages.fresh)).toEqual(["A", "C", "B"]);
  });

  it("stay where they stand already, and where somebody moved them since", async () => {
    const w = await makeWorkspace();
    const [a = "", b = ""] = await deals(w, ["A", "B"]);
    await moveDeal(w.owner, { dealId: a, stageId: w.stages.work });
    const job = await start(w.owner, [a, b], to(w.stages.work));
    expect(job).toMatchObject({ done: 2 });
    expect(await eventsOf(a)).toEqual(["deal.created", "deal.stage_changed"]);
    await moveDeal(w.owner, { dealId: b, stageId: w.stages.won });
    expect(await undoBulk(w.owner, { jobId: job.id })).toMatchObject({ undone: 1, kept: 1 });
    expect(await titlesOn(w, w.stages.work)).toEqual(["A"]);
    expect(await titlesOn(w, w.stages.won)).toEqual(["B"]);
  });

  it("are named with the reason when they cannot go there", async () => {
    const w = await makeWorkspace();
    const [a = "", b = ""] = await deals(w, ["A", "B"]);
    await updateRecord(w.owner, { entity: "deal", id: b, changes: { amountMinor: 0 } });
    await updateStage(w.owner, { stageId: w.stages.work, changes: { requiredFields: ["amountMinor"] } });
    const job = await start(w.owner, [a, b], to(w.stages.work));
    expect(job).toMatchObject({ done: 1, refused: 1 });
    expect(await refusedRecords(w.owner, { jobId: job.id })).toEqual([
      {
        ...{ id: b, entity: "deal", title: "B", code: "REQUIRED_FIELDS" },
        data: { fields: "amountMinor", stage: "In work" },
      },
    ]);
    const [admin, other] = [await makeMember(w, "admin"), await makeWorkspace("Other")];
    for (const ctx of [admin, other.owner]) {
      await expect(refusedRecords(ctx, { jobId: job.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("need a loss reason to be lost, and give it back", async () => {
    const w = await makeWorkspace();
    const ids = await deals(w, ["A"]);
    const [reason] = await listLossReasons(w.owner);
    await expect(start(w.owner, ids, to(w.stages.lost))).rejects.toMatchObject({
      code: "LOSS_REASON_REQUIRED",
      field: "lossReasonId",
    });
    const job = await start(w.owner, ids, to(w.stages.lost, reason?.id));
    const values = async () => (await getRecord(w.owner, { entity: "deal", id: ids[0] ?? "" })).record.values;
    expect(await values()).toMatchObject({ outcome: "lost", lossReasonId: reason?.id });
    await undoBulk(w.owner, { jobId: job.id });
    expect(await values()).toMatchObject({ outcome: "open", lossReasonId: null });
  });

  it("are the business of those who may move, in their own workspace and pipelines", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const [lead, observer] = [await makeMember(w, "team_lead"), await makeMember(w, "observer", "Olga")];
    const [his = ""] = await deals(w, ["His"], lead);
    const [hers = ""] = await deals(w, ["Hers"]);
    await expect(start(observer, [his], to(w.stages.work))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(start(other.owner, [his], to(other.stages.work))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const stageId of [other.stages.work, w.leadStages.work, newId()]) {
      await expect(start(w.owner, [his], to(stageId))).rejects.toMatchObject({ code: "STAGE_GONE" });
    }
    // What the team lead does not see is not among what was named.
    expect(await start(lead, [his, hers], to(w.stages.work))).toMatchObject({ total: 1, done: 1 });
    const contact = startBulk(w.owner, {
      entity: "contact",
      target: { all: {} },
      action: to(w.stages.work),
    });
    await expect(contact).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("leaves leads to be qualified by a conversion", async () => {
    const w = await makeWorkspace();
    const { id } = await createLead(w.owner, { title: "Enquiry" });
    const job = await startBulk(w.owner, {
      entity: "lead",
      target: { ids: [id] },
      action: to(w.leadStages.qualified),
    });
    expect(job).toMatchObject({ done: 0, refused: 1 });
    expect(await refusedRecords(w.owner, { jobId: job.id })).toMatchObject([{ code: "LEAD_NOT_CONVERTED" }]);
  });
});

describe("tags of many records", () => {
  const tagsOf = async (w: Workspace, id: string) =>
    (await getRecord(w.owner, { entity: "deal", id })).record.values.tags ?? null;

  it("are added to what each has, and taken back off", async () => {
    const w = await makeWorkspace();
    const [a = "", b = ""] = await deals(w, ["A", "B"]);
    const [vip, hot] = [await createTag(w.owner, { name: "VIP" }), await createTag(w.owner, { name: "Hot" })];
    await updateRecord(w.owner, { entity: "deal", id: a, changes: { tags: [vip.id] } });
    const job = await start(w.owner, [a, b], { type: "addTags", tagIds: [vip.id, hot.id] });
    expect(job).toMatchObject({ done: 2 });
    expect([await tagsOf(w, a), await tagsOf(w, b)]).toEqual([
      [vip.id, hot.id],
      [vip.id, hot.id],
    ]);
    await undoBulk(w.owner, { jobId: job.id });
    expect([await tagsOf(w, a), await tagsOf(w, b)]).toEqual([[vip.id], null]);
  });

  it("are removed where they are, and nothing is told where they are not", async () => {
    const w = await makeWorkspace();
    const [a = "", b = ""] = await deals(w, ["A", "B"]);
    const vip = await createTag(w.owner, { name: "VIP" });
    await updateRecord(w.owner, { entity: "deal", id: a, changes: { tags: [vip.id] } });
    const job = await start(w.owner, [a, b], { type: "removeTags", tagIds: [vip.id] });
    expect(await tagsOf(w, a)).toBeNull();
    expect(await eventsOf(b)).toEqual(["deal.created"]);
    expect(await undoBulk(w.owner, { jobId: job.id })).toMatchObject({ undone: 2, kept: 0 });
    expect(await tagsOf(w, a)).toEqual([vip.id]);
  });

  it("are refused as a whole when they are not there, or to a role", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const ids = await deals(w, ["A"]);
    const gone = await createTag(w.owner, { name: "Gone" });
    await deleteTag(w.owner, { tagId: gone.id });
    const theirs = await createTag(other.owner, { name: "Theirs" });
    for (const { id } of [gone, theirs]) {
      await expect(start(w.owner, ids, { type: "addTags", tagIds: [id] })).rejects.toMatchObject({
        code: "INVALID",
        field: "tags",
      });
    }
    const observer = await makeMember(w, "observer");
    const vip = await createTag(w.owner, { name: "VIP" });
    await expect(start(observer, ids, { type: "addTags", tagIds: [vip.id] })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
