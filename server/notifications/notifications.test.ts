import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { message } from "@/db/schema/messaging";
import { useTestDatabase } from "@/db/testing";
import { addComment } from "@/server/crm/comments";
import { createDeal, moveDeal, updateDeal } from "@/server/crm/deals";
import { listWatchers, watchRecord } from "@/server/crm/watchers";
import { fakeResend } from "@/server/messaging/fake-resend.fixture";
import { asWorker, type Context, inOrganization, recordEvent } from "@/server/platform";
import { makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import { webhookDisabled } from "@/server/webhooks/events";
import { hear, systemOf } from "./hear.fixture";
import {
  changeNotificationSettings,
  dueDigests,
  myNotifications,
  notificationSettings,
  readNotifications,
  sendDigest,
  sendNoticeLetter,
} from "./index";

useTestDatabase();

const page = { unread: false, limit: 50 };
const idOf = (ctx: Context) => ctx.member?.id ?? "";

async function place() {
  const w = await makeWorkspace();
  const { id } = await createDeal(w.owner, { title: "Windows", stageId: w.stages.fresh });
  const boris = await makeMember(w, "head_of_sales");
  return { w, dealId: id, boris };
}

const heard = async (ctx: Context) =>
  (await myNotifications(ctx, page)).items.map(({ type, text, quote }) => [type, text, quote]);

describe("a member is told", () => {
  it("of being mentioned, once, and not again of the same comment", async () => {
    const { w, dealId, boris } = await place();
    await addComment(w.owner, { recordId: dealId, text: `Look, @[${idOf(boris)}]!` });
    await hear(w, dealId);
    await hear(w, dealId);
    expect(await heard(boris)).toEqual([["mention", "Anna mentioned you", "Look, @Boris!"]]);
    expect(await heard(w.owner)).toEqual([]);
  });

  it("of comments and stages of what they own or watch, but not of their own doing", async () => {
    const { w, dealId, boris } = await place();
    await watchRecord(boris, { recordId: dealId });
    await addComment(boris, { recordId: dealId, text: "Hm" });
    await moveDeal(w.owner, { dealId, stageId: w.stages.work });
    await hear(w, dealId);
    expect(await heard(boris)).toEqual([["stage_changed", "Anna moved it to “In work”", null]]);
    expect(await heard(w.owner)).toEqual([["comment", "New comment from Boris", "Hm"]]);
  });

  it("of becoming an owner, who then watches", async () => {
    const { w, dealId } = await place();
    const seller = await makeMember(w, "sales", "Pavel");
    await updateDeal(w.owner, { dealId, changes: { ownerId: idOf(seller) } });
    await hear(w, dealId);
    expect(await heard(seller)).toEqual([["assigned", "Anna made you the owner", null]]);
    expect(await listWatchers(w.owner, { recordId: dealId })).toMatchObject([{ name: "Pavel" }]);
    await updateDeal(w.owner, { dealId, changes: { ownerId: idOf(w.owner) } });
    await addComment(w.owner, { recordId: dealId, text: "Not for Pavel any more" });
    await hear(w, dealId);
    expect(await heard(seller)).toHaveLength(1);
  });

  it("in their own language, where and as they chose", async () => {
    const { w, dealId, boris } = await place();
    await watchRecord(boris, { recordId: dealId });
    await changeNotificationSettings(boris, { channels: { comment: "off", stage_changed: "email" } });
    await addComment(w.owner, { recordId: dealId, text: "Quiet" });
    await moveDeal(w.owner, { dealId, stageId: w.stages.work });
    const letters = await hear(w, dealId);
    expect(await heard({ ...boris, language: "ru" })).toEqual([
      ["stage_changed", "Стадия «In work». Переместил: Anna", null],
    ]);
    expect(letters).toHaveLength(1);
    for (const letter of [...letters, ...letters]) await sendNoticeLetter(systemOf(w), letter);
    expect(await lettersIn(w)).toMatchObject([
      { subject: "Anna moved it to “In work” — Windows", status: "queued" },
    ]);
  });

  it("past an address that is refused for good, which is written to no more", async () => {
    const { w, dealId, boris } = await place();
    await watchRecord(boris, { recordId: dealId });
    await changeNotificationSettings(boris, { channels: { stage_changed: "email" } });
    await moveDeal(w.owner, { dealId, stageId: w.stages.work });
    const [letter] = await hear(w, dealId);
    const fake = await fakeResend();
    Object.assign(process.env, { RESEND_API_KEY: "re_test", RESEND_BASE_URL: fake.url });
    try {
      fake.failNext({ status: 422, name: "validation_error" });
      for (const again of [letter, letter]) if (again) await sendNoticeLetter(systemOf(w), again);
    } finally {
      for (const name of ["RESEND_API_KEY", "RESEND_BASE_URL"]) delete process.env[name];
      await fake.close();
    }
    expect(fake.calls).toHaveLength(1);
    expect(await lettersIn(w)).toMatchObject([{ status: "failed" }]);
  });
});

async function lettersIn(w: Workspace) {
  return asWorker((tx) =>
    tx.select().from(message).where(eq(message.organizationId, w.owner.organizationId)),
  );
}

describe("notices", () => {
  it("are read one by one, by record, or all; nobody reads another's", async () => {
    const { w, dealId, boris } = await place();
    await watchRecord(boris, { recordId: dealId });
    for (const text of ["One", "Two", "Three"]) await addComment(w.owner, { recordId: dealId, text });
    await hear(w, dealId);
    const { items, unread } = await myNotifications(boris, page);
    expect(unread).toBe(3);
    await readNotifications(w.owner, { ids: items.map(({ id }) => id) });
    await readNotifications(boris, { ids: [items[0]?.id ?? ""] });
    expect((await myNotifications(boris, page)).unread).toBe(2);
    await readNotifications(boris, { recordId: dealId });
    expect((await myNotifications(boris, page)).unread).toBe(0);
    expect((await myNotifications(boris, { ...page, unread: true })).items).toEqual([]);
  });

  it("come page by page", async () => {
    const { w, dealId, boris } = await place();
    await watchRecord(boris, { recordId: dealId });
    for (let n = 0; n < 5; n++) await addComment(w.owner, { recordId: dealId, text: `${n}` });
    await hear(w, dealId);
    const first = await myNotifications(boris, { ...page, limit: 3 });
    const second = await myNotifications(boris, { ...page, limit: 3, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ quote }) => quote)).toEqual(["4", "3", "2", "1", "0"]);
    expect(second.nextCursor).toBeNull();
  });
});

describe("settings", () => {
  it("are each member's own; what is not chosen stays", async () => {
    const { boris, w } = await place();
    await changeNotificationSettings(boris, { channels: { mention: "email" } });
    await changeNotificationSettings(boris, { channels: { robot: "off" }, digestHour: 18 });
    const chosen = await notificationSettings(boris);
    const channel = (type: string) => chosen.types.find((one) => one.type === type)?.channel;
    expect([channel("mention"), channel("robot"), channel("comment")]).toEqual(["email", "off", "app"]);
    expect(chosen.digestHour).toBe(18);
    expect((await notificationSettings(w.owner)).digestHour).toBe(9);
    await expect(changeNotificationSettings(boris, { channels: { nonsense: "off" } })).rejects.toMatchObject({
      code: "INVALID",
      field: "channels",
    });
  });
});

describe("a webhook switched off", () => {
  it("is told to those who look after integrations, once, and leads to its settings", async () => {
    const { w, boris } = await place();
    const admin = await makeMember(w, "admin");
    const data = { url: "https://example.com/hook" };
    const webhookId = systemOf(w).newId();
    await inOrganization(systemOf(w), (tx) =>
      recordEvent(tx, systemOf(w), webhookDisabled, { recordId: webhookId, data }),
    );
    await hear(w, webhookId);
    await hear(w, webhookId);
    for (const ctx of [w.owner, admin]) {
      const { items } = await myNotifications(ctx, page);
      expect(items).toMatchObject([{ type: "webhook_disabled", record: null, page: "settings/webhooks" }]);
      expect(items[0]?.text).toContain("https://example.com/hook");
    }
    expect((await myNotifications(boris, page)).items).toEqual([]);
  });
});

describe("the digest", () => {
  it("goes out once a day, at the member's hour of the organization's day", async () => {
    const { w, dealId, boris } = await place();
    await changeNotificationSettings(boris, { digestHour: 18 });
    await addComment(w.owner, { recordId: dealId, text: `Look, @[${idOf(boris)}]` });
    await hear(w, dealId);
    const mine = async (at: string) =>
      (await dueDigests(new Date(at))).filter((one) => one.memberId === idOf(boris));
    // Berlin is two hours ahead in July.
    expect(await mine("2027-07-01T15:59:00Z")).toEqual([]);
    const [due] = await mine("2027-07-01T16:00:00Z");
    expect(due).toMatchObject({ day: "2027-07-01" });
    const later = systemOf(w, new Date("2027-07-01T16:00:00Z"));
    const digest = { memberId: idOf(boris), day: "2027-07-01" };
    expect(await sendDigest(later, digest)).toBe("sent");
    expect(await sendDigest(later, digest)).toBe("nothing");
    expect(await mine("2027-07-01T20:00:00Z")).toEqual([]);
    const letters = await lettersIn(w);
    expect(letters).toMatchObject([{ subject: "Your day in Pult: 1 notice waits for you" }]);
    expect(letters[0]?.text).toContain("Windows: Anna mentioned you — “Look, @Boris”");
  });

  it("is not sent for what was read meanwhile", async () => {
    const { w, dealId, boris } = await place();
    await addComment(w.owner, { recordId: dealId, text: `Look, @[${idOf(boris)}]` });
    await hear(w, dealId);
    await readNotifications(boris, {});
    expect(await sendDigest(systemOf(w), { memberId: idOf(boris), day: "2027-07-01" })).toBe("nothing");
    expect(await lettersIn(w)).toEqual([]);
  });
});
