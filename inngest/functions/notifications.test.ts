import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { changeActivity, createActivity } from "@/server/crm/activities";
import { addComment } from "@/server/crm/comments";
import { createDeal, moveDeal, updateDeal } from "@/server/crm/deals";
import { watchRecord } from "@/server/crm/watchers";
import { updateOrganization } from "@/server/identity";
import { changeNotificationSettings, myNotifications } from "@/server/notifications";
import type { Context } from "@/server/platform";
import { makeMember, makeWorkspace } from "@/server/testing/fixtures";
import { useClockedExecutor } from "../testing/clocked-executor";
import { functions } from ".";

// The functions as they run, on the local executor, whose clock the test moves together with the app's.
useTestDatabase();

const { settle, pass, query } = useClockedExecutor(functions);

const idOf = (ctx: Context) => ctx.member?.id ?? "";
const told = async (ctx: Context) =>
  (await myNotifications(ctx, { unread: false, limit: 50 })).items.map(({ type }) => type);
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

async function lettersTo(ctx: Context): Promise<string[]> {
  const { rows } = await query<{ subject: string }>(
    "select message.subject from message join member on member.email = message.recipient where member.id = $1 order by message.created_at",
    [idOf(ctx)],
  );
  return rows.map(({ subject }) => subject);
}

// Far from midnight, whenever the test runs.
function zoneWhereItIsEleven(): string {
  const ahead = 11 - new Date().getUTCHours();
  if (ahead === 0) return "Etc/GMT";
  return `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
}

async function place() {
  const w = await makeWorkspace();
  const { id } = await createDeal(w.owner, { title: "Windows", stageId: w.stages.fresh });
  return { w, dealId: id, boris: await makeMember(w, "head_of_sales") };
}

describe("what happens is told by itself", () => {
  it("to those mentioned, to watchers and to a new owner, and by letter to who wants it", async () => {
    const { w, dealId, boris } = await place();
    await changeNotificationSettings(boris, { channels: { mention: "email" } });
    await addComment(w.owner, { recordId: dealId, text: `Look, @[${idOf(boris)}]` });
    await settle();
    await moveDeal(w.owner, { dealId, stageId: w.stages.work });
    await updateDeal(w.owner, { dealId, changes: { title: "Doors" } });
    await updateDeal(w.owner, { dealId, changes: { ownerId: idOf(boris) } });
    await settle();
    // The last three are told side by side.
    expect((await told(boris)).toSorted()).toEqual([
      ...["assigned", "field_changed", "mention", "stage_changed"],
    ]);
    expect(await told(w.owner)).toEqual([]);
    expect(await lettersTo(boris)).toEqual(["Anna mentioned you — Windows"]);
  });
});

describe("a reminder", () => {
  it("comes in its time, follows the activity to a later one, and once", async () => {
    const { w, dealId } = await place();
    const { id: activityId } = await createActivity(w.owner, {
      ...{ recordId: dealId, title: "Call back", kind: "call", dueAt: inMinutes(4), remindMinutes: 2 },
    });
    await changeActivity(w.owner, { activityId, changes: { dueAt: inMinutes(7) } });
    await pass(3);
    expect(await told(w.owner)).toEqual([]);
    await pass(3);
    expect(await told(w.owner)).toEqual(["activity_reminder"]);
    await pass(3);
    expect(await told(w.owner)).toEqual(["activity_overdue", "activity_reminder"]);
    await pass(2);
    expect(await told(w.owner)).toHaveLength(2);
  });
});

describe("the digest", () => {
  it("comes at the member's hour of the workspace's day, and once that day", async () => {
    const { w, dealId, boris } = await place();
    await updateOrganization(w.owner, { timeZone: zoneWhereItIsEleven() });
    await changeNotificationSettings(boris, { digestHour: 11, channels: { comment: "digest" } });
    await watchRecord(boris, { recordId: dealId });
    await addComment(w.owner, { recordId: dealId, text: "First" });
    await pass(16);
    expect(await lettersTo(boris)).toEqual(["Your day in Pult: 1 notice waits for you"]);
    await addComment(w.owner, { recordId: dealId, text: "Second" });
    await pass(16);
    expect(await lettersTo(boris)).toHaveLength(1);
  });
});

describe("what is made for a colleague", () => {
  it("is told to them, a record as an activity, and one's own to nobody", async () => {
    const { w, dealId, boris } = await place();
    await createDeal(w.owner, { title: "Doors", stageId: w.stages.fresh, ownerId: idOf(boris) });
    const about = { recordId: dealId, title: "Measure" };
    await createActivity(w.owner, { ...about, ownerId: idOf(boris) });
    await createActivity(w.owner, { ...about, ownerId: idOf(w.owner) });
    await settle();
    expect((await told(boris)).toSorted()).toEqual(["activity_assigned", "assigned"]);
    expect(await told(w.owner)).toEqual([]);
  });
});
