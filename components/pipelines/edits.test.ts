import { describe, expect, it } from "vitest";
import type { Pipeline, Stage } from "@/server/pipelines/contract";
import { moveStage, renamePipeline, updateStage } from "./edits";

const stage = (id: string, pipelineId: string): Stage => ({
  id,
  pipelineId,
  name: id,
  colour: "sky",
  position: id,
  outcome: "open",
  requiredFields: [],
});
const sales: Pipeline = {
  id: "sales",
  entity: "deal",
  name: "Sales",
  stages: [stage("a", "sales"), stage("b", "sales")],
};
const service: Pipeline = { id: "service", entity: "lead", name: "Service", stages: [stage("c", "service")] };
const list = [sales, service];
const order = (pipelines: Pipeline[]) => pipelines.map(({ stages }) => stages.map(({ id }) => id).join(""));

describe("pipelines as shown before the server has answered", () => {
  it("renames one and leaves the other", () => {
    const names = renamePipeline(list, { pipelineId: "sales", name: "B2B" }).map(({ name }) => name);
    expect(names).toEqual(["B2B", "Service"]);
  });

  it("changes of a stage only what was given", () => {
    const [changed] = updateStage(list, { stageId: "b", changes: { colour: "rose", name: undefined } });
    expect(changed?.stages[1]).toEqual({ ...stage("b", "sales"), colour: "rose" });
  });

  it("moves a stage within its own pipeline", () => {
    expect(order(moveStage(list, { stageId: "b", afterId: null }))).toEqual(["ba", "c"]);
    expect(order(moveStage(list, { stageId: "a", afterId: "b" }))).toEqual(["ba", "c"]);
  });
});
