import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { listActivities } from "@/server/crm/activities";
import { createContact } from "@/server/crm/contacts";
import { createDeal, getDeal, moveDeal } from "@/server/crm/deals";
import {
  createInvoice,
  deleteInvoice,
  getInvoice,
  getInvoiceSettings,
  issueInvoice,
  makeWebhookSecret,
  markOverdueInvoices,
  publicInvoice,
  receivePayment,
  recordPayment,
  removePayment,
  restoreInvoice,
  revokeLink,
  voidInvoice,
} from "@/server/crm/invoices";
import { type InvoiceStatus, invoiceStatuses, statusPlace } from "@/server/crm/invoices/contract";
import { addLines } from "@/server/crm/line-items";
import { trashRecord } from "@/server/crm/registry";
import { recordTimeline } from "@/server/crm/timeline";
import { createCustomField } from "@/server/fields";
import { developmentOutbox } from "@/server/messaging";
import { listLossReasons, updateStage } from "@/server/pipelines";
import { eventsOf, makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import type { SaveRobot } from "../contract";
import { deleteRobot, listActions, listRobots, recordProcesses, reorderRobots, saveRobot } from "../index";
import { addRobot, movableClock, runsOf, settle, wakeEverything } from "../testing.fixture";

useTestDatabase();

async function draft(w: Workspace, input: Parameters<typeof createInvoice>[1] = {}): Promise<string> {
  const { id } = await createInvoice(w.owner, input);
  await addLines(w.owner, { recordId: id, lines: [{ name: "Window", priceMinor: 10_000 }] });
  return id;
}

async function sent(w: Workspace, input: Parameters<typeof createInvoice>[1] = {}): Promise<string> {
  const invoiceId = await draft(w, input);
  await issueInvoice(w.owner, { invoiceId });
  return invoiceId;
}

const onStatus = (w: Workspace, status: InvoiceStatus, more: Partial<SaveRobot> = {}) =>
  addRobot(w, {
    place: statusPlace(status),
    name: `On ${status}`,
    params: { kind: "todo", title: `${status} {{ invoice.number }}` },
    ...more,
  });

const planned = async (w: Workspace, recordId: string) =>
  (await listActivities(w.owner, { recordId })).map((activity) => activity.title);

const timelineOf = async (w: Workspace, recordId: string) =>
  (await recordTimeline(w.owner, { recordId, limit: 50 })).entries;

const processesOf = (w: Workspace, recordId: string) =>
  recordProcesses(w.owner, { entity: "invoice", recordId });

/** A robot on every status: what an invoice has been at is what they wrote. */
async function watched() {
  const [w, clock] = [await makeWorkspace(), movableClock()];
  for (const status of invoiceStatuses) await onStatus(w, status);
  return { w, clock };
}

describe("robots of a status", () => {
  it("act at every way into it: made, sent, paid, a payment taken back, overdue, void", async () => {
    const { w, clock } = await watched();
    const invoiceId = await sent(w);
    const { number } = await getInvoice(w.owner, { invoiceId });
    await settle(clock, "twice");
    await recordPayment(w.owner, { invoiceId, amountMinor: 4_000 });
    await settle(clock);
    expect(await planned(w, invoiceId)).toEqual([`sent ${number}`]);
    await recordPayment(w.owner, { invoiceId });
    await settle(clock, "at once");
    const { payments } = await getInvoice(w.owner, { invoiceId });
    for (const { id: paymentId } of payments) await removePayment(w.owner, { invoiceId, paymentId });
    await settle(clock, "twice");
    await markOverdueInvoices(new Date(Date.now() + 90 * 86_400_000));
    await settle(clock, "twice");
    await voidInvoice(w.owner, { invoiceId, reason: "Wrong" });
    await settle(clock);
    expect((await planned(w, invoiceId)).toSorted()).toEqual(
      [
        `sent ${number}`,
        `paid ${number}`,
        `sent ${number}`,
        `overdue ${number}`,
        `void ${number}`,
      ].toSorted(),
    );
    const drafted = await draft(w);
    await settle(clock, "twice");
    expect(await planned(w, drafted)).toEqual(["draft"]);
  });

  it("hear of a payment system's report, once", async () => {
    const { w, clock } = await watched();
    const invoiceId = await sent(w);
    const { number } = await getInvoice(w.owner, { invoiceId });
    const { secret } = await makeWebhookSecret(w.owner);
    const token = (await getInvoiceSettings(w.owner)).webhookUrl.split("/").at(-1) ?? "";
    const data = { invoice: number, amountMinor: 10_000, currency: "EUR" };
    const body = JSON.stringify({ type: "payment.succeeded", data });
    const now = new Date();
    const headers = new Headers({
      "webhook-id": "evt_1",
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": new Webhook(secret).sign("evt_1", now, body),
    });
    await Promise.all([1, 2, 3].map(() => receivePayment({ token, headers, body })));
    await settle(clock, "twice");
    expect(await planned(w, invoiceId)).toEqual([`paid ${number}`]);
  });

  it("wait, and are stopped when the invoice leaves the status; coming back starts them anew", async () => {
    const [w, clock] = [await makeWorkspace(), movableClock()];
    await onStatus(w, "sent", {
      timing: { kind: "after", minutes: 3 * 24 * 60 },
      params: { kind: "call", title: "Remind" },
    });
    const invoiceId = await sent(w);
    await settle(clock);
    const [waiting] = await processesOf(w, invoiceId);
    expect(waiting).toMatchObject({
      place: "invoice:sent",
      status: "running",
      steps: [{ status: "waiting" }],
    });
    await recordPayment(w.owner, { invoiceId });
    await settle(clock);
    expect(await runsOf(invoiceId)).toEqual(["stopped: stage_left"]);
    const { payments } = await getInvoice(w.owner, { invoiceId });
    await removePayment(w.owner, { invoiceId, paymentId: payments[0]?.id ?? "" });
    await settle(clock);
    clock.advance(3 * 24 * 60 + 1);
    await wakeEverything(clock);
    expect(await runsOf(invoiceId)).toEqual(["stopped: stage_left", "done"]);
    expect(await planned(w, invoiceId)).toEqual(["Remind"]);
  });

  it("stop with a draft that goes to the trash, and go on when it comes back", async () => {
    const [w, clock] = [await makeWorkspace(), movableClock()];
    await onStatus(w, "draft", { timing: { kind: "after", minutes: 60 } });
    const invoiceId = await draft(w);
    await settle(clock);
    await deleteInvoice(w.owner, { invoiceId });
    await settle(clock);
    expect(await runsOf(invoiceId)).toEqual(["stopped: record_gone"]);
    await restoreInvoice(w.owner, { invoiceId });
    await settle(clock);
    expect(await runsOf(invoiceId)).toEqual(["stopped: record_gone", "running"]);
  });

  it("say why they passed an invoice over, and why they failed", async () => {
    const w = await makeWorkspace();
    await onStatus(w, "sent", {
      name: "Large",
      condition: { field: "totalMinor", operator: "gt", value: 1_000_000 },
    });
    await onStatus(w, "sent", {
      name: "Locked",
      actionType: "field.set",
      params: { field: "note", value: "Late" },
    });
    const invoiceId = await sent(w);
    await settle();
    const [run] = await processesOf(w, invoiceId);
    expect(run?.steps).toMatchObject([
      { name: "Large", status: "skipped", misses: [{ clause: { field: "totalMinor" }, seen: 10_000 }] },
      { name: "Locked", status: "failed", error: { code: "INVOICE_LOCKED" } },
    ]);
  });
});

describe("a robot that moves an invoice's deal", () => {
  const moving = (stageId: string, more = {}) => ({
    actionType: "record.move_deal",
    params: { stageId, ...more },
  });

  async function billed(w: Workspace) {
    const deal = await createDeal(w.owner, { title: "Windows", stageId: w.stages.fresh });
    return { dealId: deal.id, invoiceId: await sent(w, { dealId: deal.id }) };
  }

  it("moves it once, as the robot, and says so on the invoice; the robots of the stage follow", async () => {
    const [w, clock] = [await makeWorkspace(), movableClock()];
    await onStatus(w, "paid", moving(w.stages.won));
    await addRobot(w, { place: w.stages.won, params: { kind: "call", title: "Thank" } });
    const { dealId, invoiceId } = await billed(w);
    await recordPayment(w.owner, { invoiceId });
    await settle(clock, "twice");
    expect(await getDeal(w.owner, { dealId })).toMatchObject({ stageId: w.stages.won, outcome: "won" });
    expect(await planned(w, dealId)).toEqual(["Thank"]);
    const told = await timelineOf(w, dealId);
    const moves = told.filter(({ name }) => name === "deal.stage_changed");
    expect(moves).toMatchObject([{ actor: { type: "robot", name: "On paid" } }]);
    const onInvoice = await timelineOf(w, invoiceId);
    expect(onInvoice.filter(({ name }) => name === "robot.acted")).toMatchObject([
      { data: { action: "record.move_deal", summary: "Windows" } },
    ]);
  });

  it("leaves a deal alone that stands there already", async () => {
    const w = await makeWorkspace();
    await onStatus(w, "paid", moving(w.stages.won));
    const { dealId, invoiceId } = await billed(w);
    const before = await moveDeal(w.owner, { dealId, stageId: w.stages.won });
    await recordPayment(w.owner, { invoiceId });
    await settle();
    expect(await getDeal(w.owner, { dealId })).toMatchObject({ version: before.version });
  });

  it("keeps to the rules of the stage: required fields, a loss reason, a stage of deals", async () => {
    const w = await makeWorkspace();
    await updateStage(w.owner, { stageId: w.stages.work, changes: { requiredFields: ["closesAt"] } });
    const [reason] = await listLossReasons(w.owner);
    await onStatus(w, "sent", moving(w.stages.work));
    await onStatus(w, "overdue", moving(w.stages.lost));
    await onStatus(w, "void", moving(w.stages.lost, { lossReasonId: reason?.id }));
    await onStatus(w, "paid", moving(w.leadStages.work));
    const { dealId, invoiceId } = await billed(w);
    await settle();
    await markOverdueInvoices(new Date(Date.now() + 90 * 86_400_000));
    await settle();
    expect(await getDeal(w.owner, { dealId })).toMatchObject({ stageId: w.stages.fresh });
    await voidInvoice(w.owner, { invoiceId, reason: "Wrong" });
    await settle();
    const moved = { stageId: w.stages.lost, lossReasonId: reason?.id };
    expect(await getDeal(w.owner, { dealId })).toMatchObject(moved);
    const another = await sent(w, { dealId });
    await recordPayment(w.owner, { invoiceId: another });
    await settle();
    expect(await getDeal(w.owner, { dealId })).toMatchObject(moved);
    const codes = async (id: string) =>
      (await processesOf(w, id)).flatMap(({ steps }) => steps.flatMap(({ error }) => error?.code ?? []));
    expect((await codes(invoiceId)).toSorted()).toEqual(["LOSS_REASON_REQUIRED", "REQUIRED_FIELDS"]);
    expect(await codes(another)).toContain("STAGE_GONE");
  });

  it("says what is missing where there is no deal, or it was deleted", async () => {
    const w = await makeWorkspace();
    await onStatus(w, "paid", moving(w.stages.won));
    const { dealId, invoiceId } = await billed(w);
    await trashRecord(w.owner, { entity: "deal", id: dealId });
    for (const id of [invoiceId, await sent(w)]) {
      await recordPayment(w.owner, { invoiceId: id });
      await settle();
      const [run] = await processesOf(w, id);
      expect(run?.steps).toMatchObject([{ status: "failed", error: { code: "DEAL_MISSING" } }]);
    }
  });

  it("sets nothing off that goes in a circle", async () => {
    const w = await makeWorkspace();
    await onStatus(w, "paid", moving(w.stages.work));
    const there = { place: w.stages.work, actionType: "record.move", params: { stageId: w.stages.fresh } };
    await addRobot(w, { actionType: "record.move", params: { stageId: w.stages.work } });
    await addRobot(w, there);
    const deal = await createDeal(w.owner, { title: "Windows", stageId: w.stages.won });
    const invoiceId = await sent(w, { dealId: deal.id });
    await recordPayment(w.owner, { invoiceId });
    await settle();
    expect(await eventsOf(deal.id)).toContain("process.loop_stopped");
    const moves = (await eventsOf(deal.id)).filter((type) => type === "deal.stage_changed");
    expect(moves).toHaveLength(3);
  });
});

describe("an invoice's robot", () => {
  it("names the invoice, its deal, contact and company in templates, ready to read", async () => {
    const w = await makeWorkspace();
    const contact = await createContact(w.owner, { name: "Olga", email: "olga@example.com" });
    const deal = await createDeal(w.owner, {
      ...{ title: "Windows", stageId: w.stages.fresh, contactId: contact.id },
    });
    const body = [
      "{{ invoice.number }}|{{ invoice.status }}|{{ invoice.total }}|{{ record.title }}",
      "{{ deal.title }}|{{ contact.name }}|{{ stage.name }}|{{ invoice.buyer_name }}|{{ invoice.buyer_email }}",
    ].join("\n\n");
    await onStatus(w, "sent", { actionType: "email.send", params: { subject: "{{ deal.title }}", body } });
    const invoiceId = await sent(w, { dealId: deal.id });
    const { number } = await getInvoice(w.owner, { invoiceId });
    await settle();
    const letter = (await developmentOutbox()).find((one) => one.organizationId === w.owner.organizationId);
    expect(letter).toMatchObject({ recipient: "olga@example.com", subject: "Windows" });
    expect(letter?.text).toContain(`${number}|Sent|€100|${number} · Olga`);
    expect(letter?.text).toContain("Windows|Olga|Sent|Olga|olga@example.com");
    const { templates } = await listActions(w.owner, { entity: "invoice" });
    const offered = templates.map(({ name }) => name);
    expect(offered).toEqual(
      expect.arrayContaining(["invoice.number", "invoice.due_at", "deal.title", "company.name"]),
    );
  });

  it("names the invoice's public link, which a draft does not have and a revoked one has no more", async () => {
    const w = await makeWorkspace();
    const params = { kind: "todo", title: "[{{ invoice.link }}]{{ record.link | default: 'none' }}" };
    for (const status of ["draft", "sent", "paid"] as const) await onStatus(w, status, { params });
    const invoiceId = await draft(w);
    await settle();
    expect(await planned(w, invoiceId)).toEqual(["[]none"]);
    await issueInvoice(w.owner, { invoiceId });
    await settle();
    const { link } = await getInvoice(w.owner, { invoiceId });
    expect(await planned(w, invoiceId)).toContain(`[${link}]${link}`);
    expect(await publicInvoice(link?.split("/").at(-1) ?? "")).not.toBeNull();
    await revokeLink(w.owner, { invoiceId });
    await recordPayment(w.owner, { invoiceId });
    await settle();
    expect((await planned(w, invoiceId)).filter((title) => title === "[]none")).toHaveLength(2);
    const { templates } = await listActions(w.owner, { entity: "invoice" });
    expect(templates.find(({ name }) => name === "invoice.link")?.label.en).toBe("Public link");
    const onDeals = (await listActions(w.owner, { entity: "deal" })).templates.map(({ name }) => name);
    expect(onDeals.filter((name) => name.endsWith(".link"))).toEqual([]);
  });

  it("asks conditions through links, and writes what may be written", async () => {
    const w = await makeWorkspace();
    const field = await createCustomField(w.owner, { entity: "invoice", type: "text", label: "Shipped" });
    const condition = { field: "dealId.title", operator: "eq", value: "Windows" };
    const params = { field: field.key, value: "yes, {{ deal.title }}" };
    await onStatus(w, "paid", { actionType: "field.set", condition, params });
    const deal = await createDeal(w.owner, { title: "Windows", stageId: w.stages.fresh });
    const invoiceId = await sent(w, { dealId: deal.id });
    await recordPayment(w.owner, { invoiceId });
    await settle();
    const { custom } = await getInvoice(w.owner, { invoiceId });
    expect(custom).toEqual({ [field.key]: "yes, Windows" });
  });

  it("sends it with its PDF, issuing a draft on the way, once", async () => {
    const [w, clock] = [await makeWorkspace(), movableClock()];
    const contact = await createContact(w.owner, { name: "Olga", email: "olga@example.com" });
    const params = { message: "Dear {{ contact.name }}" };
    await onStatus(w, "draft", { actionType: "invoice.send", params, timing: { kind: "after", minutes: 5 } });
    const { id: invoiceId } = await createInvoice(w.owner, { contactId: contact.id });
    await addLines(w.owner, { recordId: invoiceId, lines: [{ name: "Window", priceMinor: 10_000 }] });
    await settle(clock);
    clock.advance(6);
    await wakeEverything(clock, "twice");
    const { status, number } = await getInvoice(w.owner, { invoiceId });
    expect(status).toBe("sent");
    const letters = (await developmentOutbox()).filter(
      (one) => one.organizationId === w.owner.organizationId,
    );
    expect(letters).toMatchObject([
      {
        recipient: "olga@example.com",
        attachments: [{ name: `${number}.pdf`, mediaType: "application/pdf" }],
      },
    ]);
    const pdf = Buffer.from(letters[0]?.attachments?.[0]?.content ?? "", "base64");
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(letters[0]?.text).toContain("Dear Olga");
    expect(await eventsOf(invoiceId)).toContain("invoice.emailed");
  });

  it("says that the letter of a draft it issued failed, since nobody tries that again", async () => {
    const [w, clock] = [await makeWorkspace(), movableClock()];
    const params = { to: "olga@example.com" };
    await onStatus(w, "draft", { actionType: "invoice.send", params, timing: { kind: "after", minutes: 5 } });
    const invoiceId = await draft(w);
    await settle(clock);
    clock.advance(6);
    process.env.SMTP_URL = "smtp://127.0.0.1:1";
    await wakeEverything(clock).finally(() => delete process.env.SMTP_URL);
    expect(await getInvoice(w.owner, { invoiceId })).toMatchObject({ status: "sent" });
    expect(await eventsOf(invoiceId)).toContain("robot.failed");
  });

  it("is not offered to move itself, since it stands on no stage", async () => {
    const w = await makeWorkspace();
    const { actions } = await listActions(w.owner, { entity: "invoice" });
    expect(actions.map(({ type }) => type)).not.toContain("record.move");
    const move = { actionType: "record.move", params: { stageId: w.stages.work } };
    const wrong = { code: "ROBOT_INVALID", field: "actionType" };
    await expect(onStatus(w, "paid", move)).rejects.toMatchObject(wrong);
    await expect(
      addRobot(w, { actionType: "record.move_deal", params: { stageId: w.stages.work } }),
    ).rejects.toMatchObject(wrong);
  });

  it.each<[string, Partial<SaveRobot>, string]>([
    ["a condition on a field of deals", { condition: { field: "closesAt", operator: "empty" } }, "condition"],
    ["a date invoices lack", { timing: { kind: "date", field: "closesAt", offsetMinutes: 0 } }, "timing"],
    ["a field nobody edits", { actionType: "field.set", params: { field: "status" } }, "params.field"],
  ])("is refused with %s", async (_what, more, field) => {
    const w = await makeWorkspace();
    await expect(onStatus(w, "sent", more)).rejects.toMatchObject({ code: "ROBOT_INVALID", field });
  });

  it("is the business of those who set robots up, of their own workspace's invoices only", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const [first, second] = [await onStatus(w, "paid"), await onStatus(w, "paid", { name: "Second" })];
    await reorderRobots(w.owner, { place: "invoice:paid", robotIds: [second.id, first.id] });
    const names = async (ctx = w.owner) =>
      (await listRobots(ctx, { entity: "invoice" })).map((robot) => robot.name);
    expect(await names()).toEqual(["Second", "On paid"]);
    expect(await names(other.owner)).toEqual([]);
    expect(await listRobots(w.owner, { pipelineId: w.pipelineId })).toEqual([]);
    const seller = await makeMember(w, "sales");
    const refused = { code: "FORBIDDEN" };
    const robot = { place: "invoice:paid" as const, name: "R", actionType: "activity.create" };
    const params = { kind: "call", title: "T" };
    await expect(saveRobot(seller, { ...robot, params })).rejects.toMatchObject(refused);
    const missing = { code: "NOT_FOUND" };
    await expect(deleteRobot(other.owner, { robotId: first.id })).rejects.toMatchObject(missing);
    await expect(saveRobot(other.owner, { ...robot, id: first.id, params })).rejects.toMatchObject(missing);
    const invoiceId = await sent(other);
    await recordPayment(other.owner, { invoiceId });
    await settle();
    expect(await runsOf(invoiceId)).toEqual([]);
    const theirs = { entity: "invoice" as const, recordId: invoiceId };
    await expect(recordProcesses(w.owner, theirs)).rejects.toMatchObject(missing);
    expect(await eventsOf(w.owner.organizationId)).toContain("robots.changed");
  });
});
