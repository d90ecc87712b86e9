import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createDeal } from "@/server/crm/deals";
import { makeMember, makeWorkspace } from "@/server/testing/fixtures";
import {
  createPipeline,
  createStage,
  listPipelines,
  moveStage,
  removePipeline,
  removeStage,
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
    ).rejects.toMatchObject({ code: "STAGE_NOT_EMPTY", field: "outcome" });
    const lone = await makeWorkspace("Lone");
    await removeStage(lone.owner, { stageId: lone.stages.work });
    await expect(removeStage(lone.owner, { stageId: lone.stages.fresh })).rejects.toMatchObject({
      code: "LAST_STAGE",
    });
  });

  it("are not for sellers, nor for another workspace", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const seller = await makeMember(w, "sales");
    const rename = { stageId: w.stages.fresh, changes: { name: "Mine" } };
    await expect(updateStage(seller, rename)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(updateStage(other.owner, rename)).rejects.toMatchObject({ code: "STAGE_GONE" });
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
