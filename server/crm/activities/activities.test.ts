import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createDeal, deleteDeal } from "@/server/crm/deals";
import type { Context } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace } from "@/server/testing/fixtures";
import { alarmsOf } from "./alarms";
import {
  agenda,
  changeActivity,
  completeActivity,
  createActivity,
  deleteActivity,
  dueAlarms,
  listActivities,
  reopenActivity,
  restoreActivity,
  ringAlarms,
} from "./index";

useTestDatabase();

const at = (time: string) => new Date(`2026-05-04T${time}Z`);
const when = (ctx: Context, time: string): Context => ({ ...ctx, now: () => at(time) });

async function place() {
  const w = await makeWorkspace();
  const deal = await createDeal(w.owner, { title: "Windows", stageId: w.stages.fresh });
  const plan = (more: object = {}) =>
    createActivity(when(w.owner, "08:00"), {
      ...{ recordId: deal.id, title: "Call back", kind: "call", dueAt: at("10:00"), remindMinutes: 15 },
      ...more,
    });
  const ring = (time: string, activityId: string) => ringAlarms(when(w.owner, time), { activityId });
  return { w, deal, plan, ring };
}

describe("when an activity rings", () => {
  const zone = "Europe/Berlin";
  const base = { dueAt: at("10:00"), allDay: false, doneAt: null, remindMinutes: 15 };
  const cases: [string, Partial<typeof base> | { doneAt: Date }, string | null, string | null][] = [
    ["before and after its time", {}, "09:45", "10:00"],
    ["at its very time", { remindMinutes: 0 }, "10:00", "10:00"],
    ["not at all when done", { doneAt: at("07:00") }, null, null],
    ["late only at the day's end there", { allDay: true }, "09:45", "22:00"],
  ];
  it.each(cases)("%s", (_, more, remind, overdue) => {
    const rings = alarmsOf({ ...base, ...more }, zone, at("08:00"));
    expect(rings).toEqual({
      remindAt: remind && at(remind),
      overdueAt: overdue && at(overdue),
    });
  });
  it("not for what has passed already", () => {
    expect(alarmsOf(base, zone, at("11:00"))).toEqual({ remindAt: null, overdueAt: null });
  });
});

describe("an activity", () => {
  it("reminds once, and is told overdue once", async () => {
    const { deal, plan, ring } = await place();
    const { id } = await plan();
    expect((await dueAlarms(at("09:45"))).map((one) => one.activityId)).toContain(id);
    await ring("09:44", id);
    await ring("09:45", id);
    await ring("09:46", id);
    await ring("10:01", id);
    await ring("10:02", id);
    expect(await eventsOf(deal.id)).toEqual([
      "deal.created",
      "activity.created",
      "activity.remind_due",
      "activity.overdue",
    ]);
  });

  it("that was moved, done or deleted does not ring at its old time", async () => {
    const { w, deal, plan, ring } = await place();
    const [moved, done, gone] = [await plan(), await plan(), await plan()];
    const early = when(w.owner, "09:00");
    await changeActivity(early, { activityId: moved.id, changes: { dueAt: at("12:00") } });
    await completeActivity(early, { activityId: done.id });
    await deleteActivity(early, { activityId: gone.id });
    for (const { id } of [moved, done, gone]) await ring("09:50", id);
    expect(await eventsOf(deal.id)).not.toContain("activity.remind_due");
    await ring("11:45", moved.id);
    expect(await eventsOf(deal.id)).toContain("activity.remind_due");
  });

  it("rings again when it is opened again in time, and not of a record in the trash", async () => {
    const { w, deal, plan, ring } = await place();
    const { id } = await plan();
    await completeActivity(when(w.owner, "09:00"), { activityId: id });
    await reopenActivity(when(w.owner, "09:10"), { activityId: id });
    await deleteDeal(w.owner, { dealId: deal.id });
    await ring("09:45", id);
    expect(await eventsOf(deal.id)).not.toContain("activity.remind_due");
  });

  it("keeps what came of it; deleted, it comes back as it was", async () => {
    const { w, deal, plan } = await place();
    const { id } = await plan();
    await completeActivity(w.owner, { activityId: id, result: "They agree" });
    expect(await listActivities(w.owner, { recordId: deal.id })).toMatchObject([{ result: "They agree" }]);
    await deleteActivity(w.owner, { activityId: id });
    expect(await listActivities(w.owner, { recordId: deal.id })).toEqual([]);
    await restoreActivity(w.owner, { activityId: id });
    expect(await listActivities(w.owner, { recordId: deal.id })).toMatchObject([
      { id, result: "They agree" },
    ]);
    expect((await eventsOf(deal.id)).slice(-3)).toEqual([
      "activity.done",
      "activity.deleted",
      "activity.restored",
    ]);
  });

  it("is written down when it has happened already, as the writer's", async () => {
    const { w, plan } = await place();
    const made = await plan({ done: true, description: "Talked for an hour", dueAt: null });
    expect(made).toMatchObject({ doneAt: at("08:00"), ownerId: w.owner.member?.id });
  });

  it("is changed by its owner and by whoever may edit the record, and by nobody else", async () => {
    const { w, plan } = await place();
    const observer = await makeMember(w, "observer");
    const { id: activityId } = await plan({ ownerId: observer.member?.id });
    await changeActivity(observer, { activityId, changes: { title: "Call them" } });
    await changeActivity(w.owner, { activityId, changes: { ownerId: w.owner.member?.id } });
    for (const refused of [
      () => changeActivity(observer, { activityId, changes: { title: "No" } }),
      () => completeActivity(observer, { activityId }),
      () => deleteActivity(observer, { activityId }),
    ]) {
      await expect(refused()).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const other = await makeWorkspace();
    await expect(changeActivity(other.owner, { activityId, changes: { title: "No" } })).rejects.toMatchObject(
      { code: "NOT_FOUND" },
    );
    await expect(
      changeActivity(w.owner, { activityId, changes: { ownerId: other.owner.member?.id } }),
    ).rejects.toMatchObject({ code: "INVALID", field: "ownerId" });
  });
});

describe("the agenda", () => {
  it("holds a period's activities of records the reader may see, the soonest first", async () => {
    const { w, deal, plan } = await place();
    const later = await plan({ dueAt: at("15:00"), title: "Later" });
    const soon = await plan();
    await plan({ dueAt: new Date("2026-06-01T10:00Z"), title: "Another month" });
    const day = { from: at("00:00"), to: at("23:59"), state: "all", limit: 100 } as const;
    const { items } = await agenda(w.owner, day);
    expect(items.map(({ id, record }) => [id, record.title])).toEqual([
      [soon.id, "Windows"],
      [later.id, "Windows"],
    ]);
    await completeActivity(w.owner, { activityId: soon.id });
    const open = await agenda(w.owner, { ...day, state: "open", kinds: ["call"] });
    expect(open.items.map(({ id }) => id)).toEqual([later.id]);
    const seller = await makeMember(w, "sales");
    expect((await agenda(seller, day)).items).toEqual([]);
    expect((await agenda(w.owner, { ...day, memberIds: [seller.member?.id ?? ""] })).items).toEqual([]);
    await deleteDeal(w.owner, { dealId: deal.id });
    expect((await agenda(w.owner, day)).items).toEqual([]);
  });

  it("is full of what the reader sees, whatever comes before it that they do not", async () => {
    const { w, plan } = await place();
    const seller = await makeMember(w, "sales");
    for (const time of ["09:00", "09:10", "09:20"]) await plan({ dueAt: at(time) });
    const own = await createDeal(seller, { title: "Roof", stageId: w.stages.fresh });
    const mine = await plan({ recordId: own.id, dueAt: at("18:00") });
    const page = { from: at("00:00"), to: at("23:59"), state: "all", limit: 2 } as const;
    const { items, more } = await agenda(seller, page);
    expect([items.map(({ id }) => id), more]).toEqual([[mine.id], false]);
    expect(await agenda(w.owner, page)).toMatchObject({ more: true });
  });
});
