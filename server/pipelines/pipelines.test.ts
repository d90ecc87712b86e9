import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createDeal } from "@/server/crm/deals";
import { eventsOf, makeMember, makeWorkspace } from "@/server/testing/fixtures";
import {
  createPipeline,
  createStage,
  listPipelines,
  moveStage,
  removePipeline,
  removeStage,
  restoreStage,
  updateStage,
} from "./index";

useTestDatabase();

async function stageNames(ctx: Parameters<typeof listPipelines>[0]) {
  const [first] = await listPipelines(ctx);
  return first?.stages.map((stage) => stage.name);
}

describe("stages", () => {
  it("are added, moved, renamed and removed in place", async () => {
    const w = await makeWorkspace();
    const { id } = await createStage(w.owner, {
      pipelineId: w.pipelineId,
      name: "Offer",
      colour: "teal",
      outcome: "open",
      requiredFields: [],
      afterId: w.stages.fresh,
    });
    expect(await stageNames(w.owner)).toEqual(["New", "Offer", "In work", "Won", "Lost"]);
    await moveStage(w.owner, { stageId: id, afterId: w.stages.work });
    expect(await stageNames(w.owner)).toEqual(["New", "In work", "Offer", "Won", "Lost"]);
    await moveStage(w.owner, { stageId: id, afterId: null });
    await updateStage(w.owner, { stageId: id, changes: { name: "First" } });
    expect(await stageNames(w.owner)).toEqual(["First", "New", "In work", "Won", "Lost"]);
    await removeStage(w.owner, { stageId: id });
    expect(await stageNames(w.owner)).toEqual(["New", "In work", "Won", "Lost"]);
  });

  it("with deals stay and keep their outcome; the last open one stays open", async () => {
    const w = await makeWorkspace();
    await createDeal(w.owner, { title: "T", stageId: w.stages.fresh });
    await expect(removeStage(w.owner, { stageId: w.stages.fresh })).rejects.toMatchObject({
      code: "STAGE_NOT_EMPTY",
      data: { count: 1 },
    });
    await expect(
      updateStage(w.owner, { stageId: w.stages.fresh, changes: { outcome: "won" } }),
    ).rejects.toMatchObject({ code: "STAGE_NOT_EMPTY", field: "outcome", data: { count: 1 } });
    const lone = await makeWorkspace("Lone");
    await removeStage(lone.owner, { stageId: lone.stages.work });
    await expect(removeStage(lone.owner, { stageId: lone.stages.fresh })).rejects.toMatchObject({
      code: "LAST_STAGE",
    });
  });

  it("take the edits of many at once, one after the other", async () => {
    const w = await makeWorkspace();
    const names = ["A", "B", "C", "D", "E", "F"];
    await Promise.all(
      names.map((name) => updateStage(w.owner, { stageId: w.stages.fresh, changes: { name } })),
    );
    expect(names).toContain((await stageNames(w.owner))?.[0]);
  });

  it("are not removed under a deal that is just coming", async () => {
    const w = await makeWorkspace();
    const stageId = w.stages.work;
    const outcomes = await Promise.allSettled([
      removeStage(w.owner, { stageId }),
      createDeal(w.owner, { title: "T", stageId }),
    ]);
    const refusals = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refusals).toEqual([
      expect.objectContaining({ code: expect.stringMatching(/^STAGE_(NOT_EMPTY|GONE)$/) }),
    ]);
  });

  it("are not for sellers, nor for another workspace", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const seller = await makeMember(w, "sales");
    const rename = { stageId: w.stages.fresh, changes: { name: "Mine" } };
    await expect(updateStage(seller, rename)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(updateStage(other.owner, rename)).rejects.toMatchObject({ code: "STAGE_GONE" });
  });
});

describe("a removed stage", () => {
  it("comes back where it stood, with what it asks for and a word in the pipeline's history", async () => {
    const w = await makeWorkspace();
    await updateStage(w.owner, { stageId: w.stages.work, changes: { requiredFields: ["amountMinor"] } });
    const before = await listPipelines(w.owner);
    await removeStage(w.owner, { stageId: w.stages.work });
    const told = (await eventsOf(w.pipelineId)).length;
    await restoreStage(w.owner, { stageId: w.stages.work });
    expect(await listPipelines(w.owner)).toEqual(before);
    expect((await eventsOf(w.pipelineId)).slice(told)).toEqual(["pipeline.changed"]);
  });

  it("stands behind the one that has taken its place", async () => {
    const w = await makeWorkspace();
    await removeStage(w.owner, { stageId: w.stages.work });
    // Between the same neighbours there is one middle.
    await moveStage(w.owner, { stageId: w.stages.lost, afterId: w.stages.fresh });
    await restoreStage(w.owner, { stageId: w.stages.work });
    expect(await stageNames(w.owner)).toEqual(["New", "Lost", "In work", "Won"]);
    await moveStage(w.owner, { stageId: w.stages.won, afterId: w.stages.lost });
    expect(await stageNames(w.owner)).toEqual(["New", "Lost", "Won", "In work"]);
  });

  it("is restored once, and only if it was removed", async () => {
    const w = await makeWorkspace();
    const it = { stageId: w.stages.work };
    await expect(restoreStage(w.owner, it)).rejects.toMatchObject({ code: "STAGE_GONE" });
    await removeStage(w.owner, it);
    const both = await Promise.allSettled([restoreStage(w.owner, it), restoreStage(w.owner, it)]);
    const refusals = both.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refusals).toEqual([expect.objectContaining({ code: "STAGE_GONE" })]);
  });

  it("is not restored by a seller, nor by another workspace", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const seller = await makeMember(w, "sales");
    const it = { stageId: w.stages.work };
    await removeStage(w.owner, it);
    await expect(restoreStage(seller, it)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(restoreStage(other.owner, it)).rejects.toMatchObject({ code: "STAGE_GONE" });
    expect(await stageNames(w.owner)).toEqual(["New", "Won", "Lost"]);
  });
});

describe("pipelines", () => {
  it("come with stages, and leave only when empty and not the last", async () => {
    const w = await makeWorkspace();
    const { id } = await createPipeline(w.owner, { name: "Partners" });
    const partners = (await listPipelines(w.owner)).find((one) => one.id === id);
    expect(partners?.stages.map((stage) => stage.outcome)).toEqual(["open", "open", "won", "lost"]);
    await createDeal(w.owner, { title: "T", stageId: partners?.stages[0]?.id ?? "" });
    await expect(removePipeline(w.owner, { pipelineId: id })).rejects.toMatchObject({
      code: "PIPELINE_NOT_EMPTY",
    });
    await removePipeline(w.owner, { pipelineId: w.pipelineId });
    await expect(removePipeline(w.owner, { pipelineId: id })).rejects.toMatchObject({
      code: "LAST_PIPELINE",
    });
  });
});
