import { afterEach, describe, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { recordProcesses, retryFailedActivity } from "@/server/automation";
import { addDeal, addRobot, runsOf } from "@/server/automation/testing.fixture";
import { listActivities } from "@/server/crm/activities";
import { deleteDeal, moveDeal, updateDeal } from "@/server/crm/deals";
import { makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import { useClockedExecutor } from "../testing/clocked-executor";
import { functions } from ".";

// The functions as they run, on the local executor, whose clock the test moves together with the app's.
useTestDatabase();

const { settle, pass, query } = useClockedExecutor(functions);
// Minutes, kept few: the sweep runs in each of them.
const soon = 2;

afterEach(() => vi.restoreAllMocks());

const late = (minutes: number) => ({ timing: { kind: "after" as const, minutes } });
const planned = async (w: Workspace, dealId: string) =>
  (await listActivities(w.owner, { recordId: dealId })).length;

describe("a stage's robots on the engine", () => {
  it("act now and in their time, each once", async () => {
    const w = await makeWorkspace();
    await addRobot(w);
    await addRobot(w, late(2 * soon));
    const deal = await addDeal(w);
    await settle();
    expect(await planned(w, deal.id)).toBe(1);
    await pass(soon);
    expect(await planned(w, deal.id)).toBe(1);
    await pass(soon + 1);
    expect(await planned(w, deal.id)).toBe(2);
    await pass(soon);
    expect(await planned(w, deal.id)).toBe(2);
    expect(await runsOf(deal.id)).toEqual(["done"]);
  });

  it("act no sooner in a process whose clock is an hour ahead", async () => {
    const w = await makeWorkspace();
    await addRobot(w, late(2 * soon));
    const deal = await addDeal(w);
    await settle();
    const hour = 60 * 60_000;
    vi.setSystemTime(Date.now() + hour);
    // Long enough for a sweep to look around.
    await pass(soon);
    expect(await planned(w, deal.id)).toBe(0);
    await pass(soon + 1);
    expect(await planned(w, deal.id)).toBe(1);
    vi.setSystemTime(Date.now() - hour);
  });

  it("stop when the deal leaves or is deleted, though the sleeper still sleeps", async () => {
    const w = await makeWorkspace();
    await addRobot(w, late(soon));
    const [left, gone] = [await addDeal(w), await addDeal(w)];
    await settle();
    await moveDeal(w.owner, { dealId: left.id, stageId: w.stages.work });
    await deleteDeal(w.owner, { dealId: gone.id });
    await pass(2 * soon);
    expect(await planned(w, left.id)).toBe(0);
    expect([await runsOf(left.id), await runsOf(gone.id)]).toEqual([
      ["stopped: stage_left"],
      ["stopped: record_gone"],
    ]);
  });

  it("follow a date that moves", async () => {
    const w = await makeWorkspace();
    await addRobot(w, { timing: { kind: "date", field: "closesAt", offsetMinutes: 0 } });
    const deal = await addDeal(w, { closesAt: new Date(Date.now() + soon * 60_000) });
    await settle();
    await updateDeal(w.owner, {
      dealId: deal.id,
      changes: { closesAt: new Date(Date.now() + 4 * soon * 60_000) },
    });
    await pass(2 * soon);
    expect(await planned(w, deal.id)).toBe(0);
    await pass(2 * soon + 1);
    expect(await planned(w, deal.id)).toBe(1);
  });

  it("are found by the sweep when the timer's event was lost", async () => {
    const w = await makeWorkspace();
    await addRobot(w, late(soon));
    const deal = await addDeal(w);
    await settle();
    const lost = await query("delete from inngest_local.run where function_id like '%process-timer%'");
    expect(lost.rowCount).toBeGreaterThan(0);
    await pass(soon + 2);
    expect(await planned(w, deal.id)).toBe(1);
  });

  it("try a failed letter again when a person asks", async () => {
    const w = await makeWorkspace();
    await addRobot(w, { actionType: "email.send", params: { subject: "Hello", body: "Text" } });
    const deal = await addDeal(w, { newContact: { name: "Nobody", email: null, phone: null } });
    await settle();
    const step = async () =>
      (await recordProcesses(w.owner, { entity: "deal", recordId: deal.id }))[0]?.steps[0];
    const ref = (await step())?.retry;
    if (!ref) throw new Error("the letter did not fail");
    await retryFailedActivity(w.owner, ref);
    await settle();
    expect(await step()).toMatchObject({ status: "failed", retry: ref });
  });
});
