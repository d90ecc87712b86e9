import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createDeal, moveDeal, updateDeal } from "@/server/crm/deals";
import { archiveCustomField, checkFormula, createCustomField } from "@/server/fields";
import { listPipelines, updateStage } from "@/server/pipelines";
import { makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";

useTestDatabase();

const sized = (w: Workspace) => createCustomField(w.owner, { entity: "deal", type: "number", label: "Size" });
const require = (w: Workspace, keys: string[]) =>
  updateStage(w.owner, { stageId: w.stages.work, changes: { requiredFields: keys } });

describe("a stage that requires a field of the organization's own", () => {
  it("lets a deal in once the field is filled in", async () => {
    const w = await makeWorkspace();
    const { key } = await sized(w);
    await require(w, ["amountMinor", key]);
    const deal = await createDeal(w.owner, { title: "Windows", stageId: w.stages.fresh, amountMinor: 100 });
    const move = { dealId: deal.id, stageId: w.stages.work };
    await expect(moveDeal(w.owner, move)).rejects.toMatchObject({ code: "REQUIRED_FIELDS", field: key });
    await updateDeal(w.owner, { dealId: deal.id, changes: {}, custom: { [key]: 3 } });
    expect(await moveDeal(w.owner, move)).toMatchObject({ stageId: w.stages.work });
  });

  it("requires it no more when it is archived", async () => {
    const w = await makeWorkspace();
    const { id, key } = await sized(w);
    await require(w, [key, "ownerId"]);
    await archiveCustomField(w.owner, { fieldId: id });
    const stages = (await listPipelines(w.owner)).flatMap((one) => one.stages);
    expect(stages.find((one) => one.id === w.stages.work)?.requiredFields).toEqual(["ownerId"]);
  });

  it("is refused a field that is not there, or is another workspace's", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const { key } = await sized(other);
    for (const wrong of ["c_nothing", key]) {
      await expect(require(w, [wrong])).rejects.toMatchObject({ code: "INVALID", field: "requiredFields" });
    }
  });
});

describe("a formula being written", () => {
  it("is told its mistake and the names it may use, to those who settle fields", async () => {
    const w = await makeWorkspace();
    await sized(w);
    const ask = (formula: string) => checkFormula(w.owner, { entity: "deal", formula, returns: "number" });
    const fine = await ask("amount * c_size");
    expect(fine.mistake).toBeNull();
    expect(fine.names).toContainEqual({ name: "amount", key: "amountMinor" });
    expect((await ask("amount +")).mistake).not.toBeNull();
    expect((await ask('"x"')).mistake).toContain("≠");
    expect((await ask("")).mistake).toBeNull();
    const seller = await makeMember(w, "sales");
    await expect(
      checkFormula(seller, { entity: "deal", formula: "1", returns: "number" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
