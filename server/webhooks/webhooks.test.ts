import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { webhookEndpoint } from "@/db/schema/webhooks";
import { useTestDatabase } from "@/db/testing";
import { createDeal, deleteDeal } from "@/server/crm/deals";
import { asWorker, type Context, newId, type RelayedEvent, relayEvents, unseal } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import {
  attemptDelivery,
  createEndpoint,
  type Due,
  endpointSecret,
  fanOut,
  getDelivery,
  listDeliveries,
  listEndpoints,
  pingEndpoint,
  publicEvents,
  removeEndpoint,
  replayDelivery,
  replaySince,
  updateEndpoint,
} from "./index";
import { Receiver } from "./receiver.fixture";
import { waits } from "./schedule";
import { secretOf } from "./secret";

useTestDatabase();

process.env.BETTER_AUTH_SECRET ??= "a secret of this test alone";

let receiver: Receiver;
let url: string;
beforeEach(async () => {
  receiver = new Receiver();
  url = await receiver.open();
});
afterEach(() => receiver.close());

/** What the relay would hand on now. */
async function relayed(): Promise<{ events: RelayedEvent[]; due: Due[] }> {
  const events: RelayedEvent[] = [];
  const due: Due[] = [];
  await relayEvents(async (batch) => {
    events.push(...batch);
    due.push(...(await fanOut(batch)));
  });
  return { events, due };
}

async function listening(w: Workspace, events: string[] = ["deal.created"]) {
  const endpoint = await createEndpoint(w.owner, { url, events });
  await relayed();
  return endpoint;
}

const later = (ctx: Context, seconds: number): Context => ({
  ...ctx,
  now: () => new Date(Date.now() + seconds * 1_000),
});

const attempt = (w: Workspace, due: Due, n = 1, ctx: Context = w.owner) =>
  attemptDelivery({ ...ctx, member: null }, { deliveryId: due.recordId, round: due.round, attempt: n });

async function oneDue(w: Workspace, title = "Roof"): Promise<Due> {
  await createDeal(w.owner, { title, stageId: w.stages.fresh });
  const [due] = (await relayed()).due;
  if (!due) throw new Error("nothing is due");
  return due;
}

describe("an endpoint", () => {
  it("is told of the events it listens to, signed, with the record as the API shows it", async () => {
    const w = await makeWorkspace();
    const { id, secret } = await listening(w);
    const due = await oneDue(w);
    expect(await attempt(w, due)).toEqual({ nextAt: null });
    const [{ headers, body } = { headers: {}, body: "" }] = receiver.received;
    expect(() => new Webhook(secret).verify(body, headers as Record<string, string>)).not.toThrow();
    expect(() => new Webhook(secret).verify(`${body} `, headers as Record<string, string>)).toThrow();
    expect(JSON.parse(body)).toMatchObject({
      type: "deal.created",
      data: {
        event: { name: "deal.created", actor: { type: "member" } },
        record: { entity: "deal", title: "Roof", stageId: w.stages.fresh },
      },
    });
    const { deliveries } = await listDeliveries(w.owner, { endpointId: id });
    expect(deliveries).toMatchObject([{ status: "delivered", attempts: 1, type: "deal.created" }]);
    const { attempts } = await getDelivery(w.owner, { deliveryId: due.recordId });
    expect(attempts).toMatchObject([{ status: 204, reason: null }]);
  });

  it("is not told of others, of another workspace, nor while it is off", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const { id } = await listening(w, ["deal.deleted"]);
    const deal = await createDeal(w.owner, { title: "T", stageId: w.stages.fresh });
    const theirs = await createDeal(other.owner, { title: "T", stageId: other.stages.fresh });
    await deleteDeal(other.owner, { dealId: theirs.id });
    expect((await relayed()).due).toEqual([]);
    await updateEndpoint(w.owner, { endpointId: id, changes: { active: false } });
    await deleteDeal(w.owner, { dealId: deal.id });
    expect((await relayed()).due).toEqual([]);
    await updateEndpoint(w.owner, { endpointId: id, changes: { active: true, events: ["*"] } });
    await createDeal(w.owner, { title: "T", stageId: w.stages.fresh });
    expect((await relayed()).due).toHaveLength(1);
  });

  it("gets one delivery of an event that is handed on twice", async () => {
    const w = await makeWorkspace();
    const { id } = await listening(w);
    await createDeal(w.owner, { title: "T", stageId: w.stages.fresh });
    const { events, due } = await relayed();
    expect(await fanOut(events)).toEqual(due);
    expect((await listDeliveries(w.owner, { endpointId: id })).deliveries).toHaveLength(1);
    await attempt(w, due[0] as Due);
    await attempt(w, due[0] as Due);
    expect(receiver.received).toHaveLength(1);
  });

  it("that fails is tried again over days, then given up, and can be replayed", async () => {
    const w = await makeWorkspace();
    const { id } = await listening(w);
    receiver.status = 500;
    const due = await oneDue(w);
    for (const [place, wait] of waits.entries()) {
      const { nextAt } = await attempt(w, due, place + 1);
      expect(Math.round((Date.parse(nextAt ?? "") - Date.now()) / 1_000) / wait).toBeCloseTo(1, 0);
    }
    expect(await attempt(w, due, waits.length + 1)).toEqual({ nextAt: null });
    const failed = await listDeliveries(w.owner, { endpointId: id, status: "failed" });
    expect(failed.deliveries).toMatchObject([{ id: due.recordId, attempts: waits.length + 1 }]);
    expect((await listEndpoints(w.owner))[0]).toMatchObject({ failingSince: expect.any(Date) });
    const bodies = new Set(receiver.received.map((one) => one.body));
    expect(bodies.size).toBe(1);

    receiver.status = 204;
    await replayDelivery(w.owner, { deliveryId: due.recordId });
    expect(await eventsOf(due.recordId)).toEqual(["webhook.queued"]);
    // The sleeper of the round before finds nothing to do.
    expect(await attempt(w, due, 2)).toEqual({ nextAt: null });
    expect(await attempt(w, { ...due, round: 2 })).toEqual({ nextAt: null });
    expect((await listDeliveries(w.owner, { endpointId: id })).deliveries[0]?.status).toBe("delivered");
    expect((await listEndpoints(w.owner))[0]?.failingSince).toBeNull();
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  });

  it("that has failed for five days is switched off; one that answers 410 at once", async () => {
    const w = await makeWorkspace();
    const { id } = await listening(w);
    receiver.status = 500;
    await attempt(w, await oneDue(w));
    await attempt(w, await oneDue(w), 1, later(w.owner, 5 * 86_400 + 1));
    expect((await listEndpoints(w.owner))[0]).toMatchObject({ disabledWhy: "failing" });
    expect(await eventsOf(id)).toContain("webhook.disabled");
    await updateEndpoint(w.owner, { endpointId: id, changes: { active: true } });
    await relayed();
    receiver.status = 410;
    const due = await oneDue(w);
    expect(await attempt(w, due)).toEqual({ nextAt: null });
    expect((await listEndpoints(w.owner))[0]).toMatchObject({ disabledWhy: "failing" });
  });

  it("is sent again all that failed since a day", async () => {
    const w = await makeWorkspace();
    const { id } = await listening(w);
    receiver.status = 410;
    await attempt(w, await oneDue(w));
    const since = new Date(Date.now() - 60_000);
    expect(await replaySince(w.owner, { endpointId: id, since: new Date(Date.now() + 60_000) })).toEqual({
      count: 0,
    });
    expect(await replaySince(w.owner, { endpointId: id, since })).toEqual({ count: 1 });
    const { events } = await relayed();
    expect(events.map((one) => one.name)).toContain("webhook.queued");
  });

  it("is tested by a ping", async () => {
    const w = await makeWorkspace();
    const { id } = await listening(w);
    const ping = await pingEndpoint(w.owner, { endpointId: id });
    await attempt(w, { organizationId: w.owner.organizationId, recordId: ping.id, round: 1 });
    expect(JSON.parse(receiver.received[0]?.body ?? "{}")).toMatchObject({ type: "webhook.ping" });
  });

  it("tells of a record that is gone by its event alone", async () => {
    const w = await makeWorkspace();
    await listening(w, ["deal.deleted"]);
    const deal = await createDeal(w.owner, { title: "Gone", stageId: w.stages.fresh });
    await deleteDeal(w.owner, { dealId: deal.id });
    await attempt(w, (await relayed()).due[0] as Due);
    expect(JSON.parse(receiver.received[0]?.body ?? "{}")).toMatchObject({
      data: { event: { recordId: deal.id, data: { title: "Gone" } }, record: null },
    });
  });
});

describe("endpoints", () => {
  it("are looked after by owners and admins of their own workspace alone", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const { id } = await createEndpoint(w.owner, { url, events: ["*"] });
    const ping = await pingEndpoint(w.owner, { endpointId: id });
    const verbs = (ctx: Context) => [
      () => updateEndpoint(ctx, { endpointId: id, changes: { active: false } }),
      () => endpointSecret(ctx, { endpointId: id }),
      () => pingEndpoint(ctx, { endpointId: id }),
      () => listDeliveries(ctx, { endpointId: id }),
      () => replaySince(ctx, { endpointId: id, since: new Date(0) }),
      () => getDelivery(ctx, { deliveryId: ping.id }),
      () => replayDelivery(ctx, { deliveryId: ping.id }),
      () => removeEndpoint(ctx, { endpointId: id }),
    ];
    for (const role of ["head_of_sales", "team_lead", "sales", "marketer", "observer"] as const)
      for (const verb of verbs(await makeMember(w, role, role)))
        await expect(verb()).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const verb of verbs(other.owner)) await expect(verb()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listEndpoints(other.owner)).toEqual([]);
    await removeEndpoint(w.owner, { endpointId: id });
    expect(await eventsOf(id)).toEqual(["webhook.created", "webhook.removed"]);
  });

  it("are public addresses, and listen to events that there are", async () => {
    const w = await makeWorkspace();
    const make = (address: string, events = ["*"]) => createEndpoint(w.owner, { url: address, events });
    await expect(make(url, ["deal.exploded"])).rejects.toMatchObject({ code: "INVALID", field: "events" });
    await expect(make("nonsense")).rejects.toMatchObject({ code: "INVALID", field: "url" });
    await expect(make("https://u:p@example.com")).rejects.toMatchObject({ field: "url" });
    await expect(make("ftp://example.com")).rejects.toMatchObject({ code: "HTTP_ADDRESS_REFUSED" });
    delete process.env.PULT_HTTP_ALLOW_PRIVATE;
    for (const address of ["http://example.com", "https://127.0.0.1", "https://[::1]", "https://10.1.2.3"])
      await expect(make(address)).rejects.toMatchObject({ code: "HTTP_ADDRESS_REFUSED", field: "url" });
    expect(publicEvents()).toContain("deal.stage_changed");
    expect(publicEvents().some((name) => /^(member|webhook|api_key|organization)\./.test(name))).toBe(false);
  });

  it("keep their secrets unreadable in the database, and of no use to another workspace", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const { id, secret } = await createEndpoint(w.owner, { url, events: ["*"] });
    const [row] = await asWorker((tx) => tx.select().from(webhookEndpoint));
    expect(row?.secret).not.toContain(secret.slice(6, 20));
    expect(await endpointSecret(w.owner, { endpointId: id })).toEqual({ secret });
    expect(() => unseal(secretOf(other.owner.organizationId), row?.secret ?? "")).toThrow();
    expect(() => unseal(secretOf(newId()), row?.secret ?? "")).toThrow();
  });
});
