import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { moveDeal } from "@/server/crm/deals";
import { makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import { recordProcesses, retryFailedActivity } from "../index";
import { addDeal, addRobot, movableClock, runsOf, settle, wakeEverything } from "../testing.fixture";

useTestDatabase();

type Seen = { key: string | undefined; body: string; method: string | undefined };
let status = 200;
let seen: Seen[] = [];
const server = createServer((request, response) => {
  void textOf(request).then((body) => {
    seen.push({ key: request.headers["idempotency-key"]?.toString(), body, method: request.method });
    response.writeHead(status).end("{}");
  });
});
let url = "";

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

beforeAll(async () => {
  process.env.PULT_HTTP_ALLOW_PRIVATE = "1";
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterEach(() => {
  status = 200;
  seen = [];
});
afterAll(() => {
  delete process.env.PULT_HTTP_ALLOW_PRIVATE;
  server.closeAllConnections();
  server.close();
});

async function withHook(body = '{"title":{{ deal.title | json }}}') {
  const w = await makeWorkspace();
  await addRobot(w, { name: "hook", actionType: "http.request", params: { method: "POST", url, body } });
  await addRobot(w, { name: "next" });
  return w;
}

async function latest(w: Workspace, recordId: string) {
  const [run] = await recordProcesses(w.owner, { entity: "deal", recordId });
  return run;
}

describe("the HTTP request of a robot", () => {
  it("carries the record and one key, once, with everything delivered twice", async () => {
    const w = await withHook();
    const deal = await addDeal(w, { title: 'The "big" one' });
    await settle(movableClock(), "at once");
    const run = await latest(w, deal.id);
    expect(seen).toEqual([
      {
        method: "POST",
        body: '{"title":"The \\"big\\" one"}',
        key: `${run?.runId}:act:${run?.steps[0]?.robotId}:1`,
      },
    ]);
    expect(run?.steps[0]).toMatchObject({ status: "ran", summary: expect.stringContaining("200") });
  });

  it("that the other side refuses is shown with its reason; the next robot goes on", async () => {
    const w = await withHook();
    status = 404;
    const deal = await addDeal(w);
    await settle();
    const run = await latest(w, deal.id);
    expect(run?.steps).toMatchObject([
      {
        name: "hook",
        status: "failed",
        error: { code: "HTTP_FAILED", data: { reason: "HTTP 404", status: 404 } },
      },
      { name: "next", status: "ran" },
    ]);
    expect(seen).toHaveLength(1);
  });

  it("that may yet succeed is tried again in a minute, under the same key", async () => {
    const [w, clock] = [await withHook(), movableClock()];
    status = 503;
    const deal = await addDeal(w);
    await settle(clock);
    expect((await latest(w, deal.id))?.steps[0]).toMatchObject({
      status: "waiting",
      dueAt: expect.any(Date),
      error: { data: { reason: "HTTP 503" } },
    });
    status = 200;
    clock.advance(1);
    await wakeEverything(clock);
    expect((await latest(w, deal.id))?.steps.map((step) => step.status)).toEqual(["ran", "ran"]);
    expect(new Set(seen.map((one) => one.key)).size).toBe(1);
    expect(seen).toHaveLength(2);
  });

  it("to a private address is refused and says so", async () => {
    const w = await makeWorkspace();
    const params = { method: "GET", url: "http://169.254.169.254/latest" };
    await addRobot(w, { actionType: "http.request", params });
    const deal = await addDeal(w);
    await settle();
    expect((await latest(w, deal.id))?.steps).toMatchObject([
      { status: "failed", error: { code: "HTTP_ADDRESS_REFUSED" } },
    ]);
  });
});

describe("a failed action", () => {
  async function failed() {
    const w = await withHook();
    status = 404;
    const deal = await addDeal(w);
    await settle();
    const ref = (await latest(w, deal.id))?.steps[0]?.retry;
    if (!ref) throw new Error("nothing failed");
    return { w, deal, ref };
  }

  it("is done again on a person's wish, once however often they press", async () => {
    const { w, deal, ref } = await failed();
    status = 200;
    await retryFailedActivity(w.owner, ref);
    await retryFailedActivity(w.owner, ref);
    await wakeEverything(movableClock(), "twice");
    expect(seen).toHaveLength(2);
    expect((await latest(w, deal.id))?.steps[0]).toMatchObject({ status: "ran", retry: null });
    expect(await runsOf(deal.id)).toEqual(["done"]);
    await expect(retryFailedActivity(w.owner, ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is not for observers, another workspace, nor a deal that has left the stage", async () => {
    const { w, deal, ref } = await failed();
    const observer = await makeMember(w, "observer");
    const other = await makeWorkspace("Other");
    await expect(retryFailedActivity(observer, ref)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(retryFailedActivity(other.owner, ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await moveDeal(w.owner, { dealId: deal.id, stageId: w.stages.work });
    await expect(retryFailedActivity(w.owner, ref)).rejects.toMatchObject({ code: "STAGE_LEFT" });
  });

  it("in a letter without an address names the reason", async () => {
    const w = await makeWorkspace();
    await addRobot(w, { actionType: "email.send", params: { subject: "Hello", body: "Text" } });
    const deal = await addDeal(w, { newContact: { name: "Nobody", email: null, phone: null } });
    await settle();
    expect((await latest(w, deal.id))?.steps).toMatchObject([
      { status: "failed", error: { code: "EMAIL_ADDRESS_MISSING" } },
    ]);
  });
});
