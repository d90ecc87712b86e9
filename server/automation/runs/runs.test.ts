import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { processSlot, robotDecision } from "@/db/schema/automation";
import { event } from "@/db/schema/platform";
import { useTestDatabase } from "@/db/testing";
import { listActivities } from "@/server/crm/activities";
import { deleteDeal, getDeal, moveDeal, restoreDeal, updateDeal } from "@/server/crm/deals";
import { developmentOutbox } from "@/server/messaging";
import { asWorker, inOrganization } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import { performEffect, recordProcesses, runsToWake, startStageRobots, stopRun, wakeRun } from "../index";
import {
  addDeal,
  addRobot,
  type Delivery,
  movableClock,
  runsOf,
  settle,
  wakeEverything,
} from "../testing.fixture";
import { setEffect } from "./claim-effect";
import { takeSlot } from "./slots";

useTestDatabase();

const hours = (minutes: number) => minutes * 60;
const after = (minutes: number) => ({ timing: { kind: "after" as const, minutes } });
const on = (recordId: string) => ({ entity: "deal" as const, recordId });
const move = (w: Workspace, dealId: string, stageId: string) => moveDeal(w.owner, { dealId, stageId });

async function steps(w: Workspace, dealId: string) {
  const [latest] = await recordProcesses(w.owner, on(dealId));
  return latest?.steps.map((step) => `${step.name} ${step.status}`);
}

async function lettersOf(w: Workspace) {
  return (await developmentOutbox()).filter((one) => one.organizationId === w.owner.organizationId);
}

async function planned(w: Workspace, dealId: string) {
  return (await listActivities(w.owner, { recordId: dealId })).map((activity) => activity.title);
}

async function deleteAndRestore(w: Workspace, dealId: string) {
  await deleteDeal(w.owner, { dealId });
  await restoreDeal(w.owner, { dealId });
}

describe("a stage's robots", () => {
  it("act when a deal comes, as themselves, with the chain of causes", async () => {
    const w = await makeWorkspace();
    const robot = await addRobot(w);
    const deal = await addDeal(w);
    await settle();
    expect(await planned(w, deal.id)).toEqual(["Call about Windows"]);
    expect(await runsOf(deal.id)).toEqual(["done"]);
    const [created] = await asWorker((tx) =>
      tx
        .select()
        .from(event)
        .where(and(eq(event.recordId, deal.id), eq(event.name, "activity.created"))),
    );
    expect(created).toMatchObject({
      actor: { type: "robot", id: robot.id, name: "Plan a call" },
      causes: [{ robotId: robot.id, recordId: deal.id, place: w.stages.fresh }],
      depth: 1,
    });
  });

  it("run in order, those in parallel at once, the late ones in their time", async () => {
    const [w, clock] = [await makeWorkspace(), movableClock()];
    await addRobot(w, { name: "r1" });
    await addRobot(w, { name: "r2", ...after(hours(2)) });
    await addRobot(w, { name: "r3", runMode: "parallel" });
    await addRobot(w, { name: "r4", ...after(hours(1)) });
    const deal = await addDeal(w);
    await settle(clock);
    expect(await steps(w, deal.id)).toEqual(["r1 ran", "r2 waiting", "r4 queued", "r3 ran"]);
    clock.advance(hours(2));
    await wakeEverything(clock);
    expect(await steps(w, deal.id)).toEqual(["r1 ran", "r2 ran", "r4 waiting", "r3 ran"]);
    clock.advance(hours(1));
    await wakeEverything(clock);
    expect(await steps(w, deal.id)).toEqual(["r1 ran", "r2 ran", "r4 ran", "r3 ran"]);
    expect(await runsOf(deal.id)).toEqual(["done"]);
  });

  it("are stopped by leaving the stage, and run anew on coming back", async () => {
    const [w, clock] = [await makeWorkspace(), movableClock()];
    await addRobot(w, { name: "now" });
    await addRobot(w, { name: "late", ...after(hours(2)) });
    const deal = await addDeal(w);
    await settle(clock);
    await move(w, deal.id, w.stages.work);
    await settle(clock);
    expect(await runsOf(deal.id)).toEqual(["stopped: stage_left"]);
    expect(await steps(w, deal.id)).toEqual(["now ran", "late stopped"]);
    clock.advance(hours(72));
    await wakeEverything(clock);
    await move(w, deal.id, w.stages.fresh);
    await settle(clock);
    expect(await planned(w, deal.id)).toHaveLength(2);
    expect(await steps(w, deal.id)).toEqual(["now ran", "late waiting"]);
    clock.advance(hours(2));
    await wakeEverything(clock);
    expect(await planned(w, deal.id)).toHaveLength(3);
    expect(await runsOf(deal.id)).toEqual(["stopped: stage_left", "done"]);
  });

  it.each<Delivery>(["once", "twice"])(
    "go on when a deleted deal comes back, and repeat nothing: events delivered %s",
    async (delivery) => {
      const [w, clock] = [await makeWorkspace(), movableClock()];
      await addRobot(w, { name: "now" });
      await addRobot(w, { name: "late", ...after(hours(2)) });
      const deal = await addDeal(w);
      await settle(clock, delivery);
      await deleteDeal(w.owner, { dealId: deal.id });
      await settle(clock, delivery);
      await addRobot(w, { name: "new" });
      await restoreDeal(w.owner, { dealId: deal.id });
      await settle(clock, delivery);
      expect(await runsOf(deal.id)).toEqual(["stopped: record_gone", "running"]);
      expect(await steps(w, deal.id)).toEqual(["late waiting"]);
      expect(await planned(w, deal.id)).toHaveLength(1);
      clock.advance(hours(2));
      await wakeEverything(clock, delivery);
      expect(await planned(w, deal.id)).toHaveLength(2);
      await deleteAndRestore(w, deal.id);
      await settle(clock, delivery);
      expect(await planned(w, deal.id)).toHaveLength(2);
    },
  );

  it("do nothing for an event that speaks of a stage left since, in whatever order events come", async () => {
    const w = await makeWorkspace();
    await addRobot(w);
    const deal = await addDeal(w);
    await move(w, deal.id, w.stages.work);
    await settle();
    expect(await runsOf(deal.id)).toEqual([]);
    await move(w, deal.id, w.stages.fresh);
    await startStageRobots(w.owner, { entity: "deal", id: deal.id, entered: w.stages.fresh });
    await startStageRobots(w.owner, { entity: "deal", id: deal.id, entered: w.stages.work });
    await settle();
    expect(await planned(w, deal.id)).toHaveLength(1);
  });

  it("added or saved while a deal stands there do not touch it", async () => {
    const w = await makeWorkspace();
    const deal = await addDeal(w);
    await settle();
    const robot = await addRobot(w);
    await addRobot(w, { ...robot, params: { kind: "call", title: "Other" } });
    await updateDeal(w.owner, { dealId: deal.id, changes: { title: "Doors" } });
    await settle();
    expect(await runsOf(deal.id)).toEqual([]);
  });

  it("that are switched off or removed do not act on deals that come later", async () => {
    const w = await makeWorkspace();
    await addRobot(w, { enabled: false });
    const deal = await addDeal(w);
    await settle();
    expect(await runsOf(deal.id)).toEqual([]);
  });

  it("wait for an empty date, follow a moved one, and act once", async () => {
    const [w, clock] = [await makeWorkspace(), movableClock()];
    await addRobot(w, {
      name: "before",
      timing: { kind: "date", field: "closesAt", offsetMinutes: -hours(2) },
    });
    const deal = await addDeal(w);
    const setDate = async (inHours: number | null) => {
      const closesAt = inHours === null ? null : new Date(Date.now() + hours(inHours) * 60_000);
      await updateDeal(w.owner, { dealId: deal.id, changes: { closesAt } });
      await settle(clock);
    };
    await settle(clock);
    const [waiting] = await recordProcesses(w.owner, on(deal.id));
    expect(waiting?.steps).toMatchObject([{ status: "waiting", dueAt: null }]);
    await setDate(24);
    await setDate(72);
    clock.advance(hours(23));
    await wakeEverything(clock);
    expect(await planned(w, deal.id)).toEqual([]);
    clock.advance(hours(48));
    await wakeEverything(clock);
    await wakeEverything(clock);
    expect(await planned(w, deal.id)).toHaveLength(1);
  });

  it("whose condition does not hold say which clause failed and what it saw", async () => {
    const w = await makeWorkspace();
    const condition = { field: "amountMinor", operator: "gt" as const, value: 1_000_000 };
    const robot = await addRobot(w, { condition });
    await addRobot(w, { name: "next" });
    const deal = await addDeal(w);
    await settle();
    expect(await steps(w, deal.id)).toEqual(["Plan a call skipped", "next ran"]);
    const [run] = await recordProcesses(w.owner, on(deal.id));
    expect(run?.steps[0]?.misses).toEqual([{ clause: condition, seen: 150_050, negated: false }]);
    const decisions = await asWorker((tx) =>
      tx.select().from(robotDecision).where(eq(robotDecision.robotId, robot.id)),
    );
    expect(decisions).toMatchObject([{ matched: false, recordId: deal.id }]);
  });

  it("end when the deal is deleted", async () => {
    const w = await makeWorkspace();
    await addRobot(w, after(60));
    const deal = await addDeal(w);
    await settle();
    await deleteDeal(w.owner, { dealId: deal.id });
    await settle();
    expect(await runsOf(deal.id)).toEqual(["stopped: record_gone"]);
  });

  it("set fields from templates and numbers people write", async () => {
    const w = await makeWorkspace();
    const set = (field: string, value: string) =>
      addRobot(w, { actionType: "field.set", params: { field, value } });
    await set("amountMinor", "1 234,50");
    await set("title", "{{ contact.name }}: {{ deal.title }}, {{ deal.amount }}");
    await set("ownerId", "");
    const deal = await addDeal(w);
    await settle();
    expect(await getDeal(w.owner, { dealId: deal.id })).toMatchObject({
      amountMinor: 123_450,
      title: "Olga: Windows, €1,234.50",
      ownerId: null,
    });
  });
});

describe("loops", () => {
  it("A's robot moves to B, B's moves to A: stopped, and the timeline says so", async () => {
    const w = await makeWorkspace();
    const mover = (place: string, to: string) =>
      addRobot(w, { place, actionType: "deal.move", params: { stageId: to } });
    await mover(w.stages.fresh, w.stages.work);
    await mover(w.stages.work, w.stages.fresh);
    const deal = await addDeal(w);
    await settle();
    expect(await getDeal(w.owner, { dealId: deal.id })).toMatchObject({ stageId: w.stages.fresh });
    const told = await asWorker((tx) =>
      tx
        .select()
        .from(event)
        .where(and(eq(event.recordId, deal.id), eq(event.name, "process.loop_stopped"))),
    );
    expect(told.map((row) => row.data)).toEqual([{ path: ["New", "In work", "New"] }]);
  });
});

describe.each<Delivery>(["twice", "at once"])("with every delivery, wake and effect %s", (delivery) => {
  it("each effect happens exactly once", async () => {
    const [w, clock] = [await makeWorkspace(), movableClock()];
    await addRobot(w, { name: "now" });
    await addRobot(w, {
      name: "mail",
      actionType: "email.send",
      params: { subject: "Hello", body: "{{ deal.title }}" },
    });
    await addRobot(w, {
      name: "note",
      actionType: "member.notify",
      params: { text: "Look" },
      runMode: "parallel",
    });
    await addRobot(w, { name: "late", ...after(30) });
    await addRobot(w, { name: "move", actionType: "deal.move", params: { stageId: w.stages.work } });
    const deal = await addDeal(w);
    await settle(clock, delivery);
    clock.advance(30);
    await wakeEverything(clock, delivery);
    expect(await planned(w, deal.id)).toHaveLength(2);
    const names = await eventsOf(deal.id);
    const count = (name: string) => names.filter((other) => other === name).length;
    expect([count("activity.created"), count("robot.acted"), count("deal.stage_changed")]).toEqual([2, 2, 1]);
    expect(await lettersOf(w)).toHaveLength(1);
    expect((await steps(w, deal.id))?.filter((step) => !step.endsWith(" ran"))).toEqual([]);
  });
});

describe("before an effect", () => {
  it("the stage is looked at again: a letter is not sent for a deal that has left", async () => {
    const w = await makeWorkspace();
    await addRobot(w, { actionType: "email.send", params: { subject: "Hello", body: "Text" } });
    const deal = await addDeal(w);
    const run = await startStageRobots(w.owner, {
      entity: "deal",
      id: deal.id,
      entered: w.stages.fresh,
    });
    const { effects } = await wakeRun(w.owner, { runId: run?.runId ?? "" });
    await move(w, deal.id, w.stages.work);
    for (const order of effects) await performEffect(w.owner, order);
    expect(await lettersOf(w)).toEqual([]);
    expect(await runsOf(deal.id)).toEqual(["stopped: stage_left"]);
  });
});

describe("an outside effect", () => {
  it("that somebody holds is left to them; one held too long is taken over, under the same key", async () => {
    const [w, clock] = [await makeWorkspace(), movableClock()];
    await addRobot(w, { actionType: "email.send", params: { subject: "Hello", body: "Text" } });
    const deal = await addDeal(w);
    const ctx = { ...w.owner, now: clock.now };
    const run = await startStageRobots(ctx, { entity: "deal", id: deal.id, entered: w.stages.fresh });
    const [order] = (await wakeRun(ctx, { runId: run?.runId ?? "" })).effects;
    if (!order) throw new Error("no letter was ordered");
    await inOrganization(ctx, (tx) =>
      setEffect(tx, ctx, order, { status: "started", startedAt: clock.now() }),
    );
    expect(await performEffect(ctx, order)).toBe("busy");
    expect(await lettersOf(w)).toEqual([]);
    clock.advance(1);
    expect(await performEffect(ctx, order)).toBe("settled");
    expect(await performEffect(ctx, order)).toBe("settled");
    expect(await lettersOf(w)).toMatchObject([{ key: `${order.runId}:${order.block}:1` }]);
  });
});

describe("stopping by hand", () => {
  it("ends the run, frees the slot and is recorded; not for an observer, nor for another workspace", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const observer = await makeMember(w, "observer");
    await addRobot(w, after(60));
    const deal = await addDeal(w);
    await settle();
    const [run] = await recordProcesses(w.owner, on(deal.id));
    const ref = { runId: run?.runId ?? "" };
    await expect(stopRun(observer, ref)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(stopRun(other.owner, ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(recordProcesses(other.owner, on(deal.id))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await stopRun(w.owner, ref);
    await stopRun(w.owner, ref);
    expect(await runsOf(deal.id)).toEqual(["stopped: by_hand"]);
    expect((await eventsOf(deal.id)).filter((name) => name === "process.stopped")).toHaveLength(1);
    const slots = await asWorker((tx) =>
      tx.select().from(processSlot).where(eq(processSlot.recordId, deal.id)),
    );
    expect(slots).toEqual([]);
  });

  it("a seller does not see the processes of a colleague's deal", async () => {
    const w = await makeWorkspace();
    const seller = await makeMember(w, "sales");
    const deal = await addDeal(w);
    await expect(recordProcesses(seller, on(deal.id))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("slots", () => {
  it("a record has two, however many runs race for them", async () => {
    const w = await makeWorkspace();
    await addRobot(w, after(60));
    const deals = await Promise.all([1, 2, 3, 4].map(() => addDeal(w)));
    await settle();
    const processes = await Promise.all(deals.map((deal) => recordProcesses(w.owner, on(deal.id))));
    const ids = processes.flatMap((runs) => runs.map((run) => run.runId));
    await asWorker((tx) => tx.delete(processSlot));
    const recordId = deals[0]?.id ?? "";
    const race = (id: string) =>
      inOrganization(w.owner, (tx) => takeSlot(tx, w.owner, { id, entity: "deal", recordId }));
    const won = await Promise.all(ids.map(race));
    expect(won.filter(Boolean)).toHaveLength(2);
  });
});

describe("the sweep", () => {
  it("finds a run whose wake was lost and a timer nobody slept for", async () => {
    const [w, clock] = [await makeWorkspace(), movableClock()];
    await addRobot(w);
    await addRobot(w, after(60));
    const deal = await addDeal(w);
    const run = await startStageRobots(w.owner, {
      entity: "deal",
      id: deal.id,
      entered: w.stages.fresh,
    });
    const mine = async () => (await runsToWake(clock.now())).filter((ref) => ref.runId === run?.runId);
    expect(await mine()).toEqual([]);
    clock.advance(2);
    expect(await mine()).toEqual([{ organizationId: w.owner.organizationId, runId: run?.runId }]);
    await settle(clock);
    expect(await mine()).toEqual([]);
    clock.advance(61);
    expect(await mine()).toHaveLength(1);
  });
});
