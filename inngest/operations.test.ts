import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import type { Executor } from "@/server/operations";
import { actOnRun, listFunctions, listRuns, Operator, readOverview, readRun } from "@/server/operations";
import { makeUser, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import { createTestApp, type TestApp } from "./local/testing";

useTestDatabase();

const HOUR = 60 * 60 * 1000;

describe("operations", () => {
  let app: TestApp;
  let executor: Executor;
  let operator: Operator;
  let workspace: Workspace;
  let broken = true;

  beforeAll(async () => {
    const user = await makeUser("Olga");
    const found = Operator.of(user, user.email);
    if (!found) throw new Error("Olga should be an operator");
    operator = found;
    workspace = await makeWorkspace("Acme");
    app = await createTestApp(process.env.DATABASE_DIRECT_URL ?? "", (client) => {
      const count = client.createFunction({ id: "count" }, () => 7);
      return [
        count,
        client.createFunction({ id: "order", triggers: { event: "order.placed" } }, async ({ step }) => {
          await step.invoke("count it", { function: count, data: {} });
          await step.sendEvent("tell", { name: "deal.lost", data: {} });
        }),
        client.createFunction(
          {
            id: "sell",
            name: "Sell",
            retries: 1,
            triggers: [{ event: "deal.won", if: "event.data.dealId != ''" }],
          },
          async ({ step }) => {
            await step.run(
              "write the invoice",
              () => new Promise((resolve) => setTimeout(resolve, 40, { number: 7 })),
            );
            await step.run("send it", () => {
              if (broken) throw new TypeError("The mail server is away");
            });
            await step.waitForEvent("payment", { event: "invoice.paid", timeout: "2d" });
          },
        ),
        client.createFunction({ id: "mourn", triggers: [{ event: "deal.lost" }] }, () => {
          throw new Error("No reason given");
        }),
        client.createFunction({ id: "tidy", triggers: [{ cron: "0 3 29 2 *" }] }, () => "tidy"),
      ];
    });
    const { now, stats, runs, inspect } = app.executor;
    executor = { now, stats, ...inspect, ...runs };
  });
  beforeEach(() => {
    broken = true;
  });
  afterEach(async () => {
    await app.pool.query("truncate inngest_local.run, inngest_local.event cascade");
  });
  afterAll(() => app.close());

  async function win(dealId = "d1", id = `e-${dealId}`) {
    const { organizationId } = workspace.owner;
    await app.client.send({ id, name: "deal.won", data: { organizationId, dealId } });
    await app.executor.drain();
    const [run] = await app.executor.runs.list();
    return run?.id ?? "";
  }

  it("show what a run does: the step that is tried again, and when", async () => {
    const id = await win();
    const run = await readRun(operator, executor, id);
    expect(run).toMatchObject({
      phase: "retrying",
      failures: 1,
      maxAttempts: 2,
      organization: { name: "Acme" },
      fault: { message: "The mail server is away" },
      event: { id: "e-d1", name: "deal.won" },
      may: ["cancel"],
      steps: [
        { name: "write the invoice", kind: "run", status: "completed", attempts: 1, output: { cut: false } },
        { name: "send it", status: "retrying", attempts: 1, fault: { name: "TypeError" } },
      ],
    });
    expect(run.nextAt?.getTime()).toBeGreaterThan(run.now.getTime());
    const [first] = run.steps;
    const took = (first?.endedAt?.getTime() ?? 0) - (first?.startedAt.getTime() ?? 0);
    expect(took).toBeGreaterThanOrEqual(35);
  });

  it("show why a function that failed outside of its steps is tried again", async () => {
    await app.client.send({ name: "deal.lost", data: {} });
    await app.executor.drain();
    const [run] = (await listRuns(operator, executor, { state: "retrying" })).runs;
    expect(run).toMatchObject({
      phase: "retrying",
      fault: { message: "No reason given" },
      organization: null,
    });
  });

  it("show what a run waits for", async () => {
    broken = false;
    const run = await readRun(operator, executor, await win());
    expect(run.phase).toBe("waiting");
    const wait = run.steps.find(({ kind }) => kind === "wait");
    expect(wait).toMatchObject({ name: "payment", eventName: "invoice.paid", status: "pending" });
    expect(wait?.dueAt?.getTime()).toBeGreaterThan(run.now.getTime() + 47 * HOUR);
  });

  it("count what needs a look", async () => {
    await win();
    expect(await readOverview(operator, executor)).toMatchObject({
      states: { running: 1, failed: 0 },
      retrying: [{ phase: "retrying" }],
      failed: [],
      functions: 5,
    });
    await app.executor.advance(HOUR);
    expect(await readOverview(operator, executor)).toMatchObject({
      failedToday: 1,
      states: { running: 0, failed: 1 },
      retrying: [],
      failed: [{ phase: "failed", fault: { message: "The mail server is away" } }],
    });
  });

  it("list functions with their triggers", async () => {
    await win();
    expect(await listFunctions(operator, executor)).toMatchObject([
      { id: "app-count", triggers: [] },
      { id: "app-mourn", triggers: [{ event: "deal.lost", expression: null }] },
      { id: "app-order", triggers: [{ event: "order.placed", expression: null }] },
      {
        id: "app-sell",
        name: "Sell",
        maxAttempts: 2,
        runs: 1,
        triggers: [{ event: "deal.won", expression: "event.data.dealId != ''" }],
      },
      { id: "app-tidy", runs: 0, lastRunAt: null, triggers: [{ cron: "0 3 29 2 *" }] },
    ]);
  });

  it("find runs by state, function, workspace, record and event", async () => {
    await win("d1");
    const { organizationId } = workspace.owner;
    for (const query of [
      { state: "retrying" },
      { state: "running" },
      { function: "app-sell" },
      { organization: organizationId },
      { organization: workspace.slug },
      { record: "d1" },
      { event: "e-d1" },
      { record: "" },
    ])
      expect((await listRuns(operator, executor, query)).runs, JSON.stringify(query)).toHaveLength(1);
    for (const query of [
      { state: "failed" },
      { function: "app-tidy" },
      { organization: "nobody" },
      { record: "no such deal" },
      { event: "no such event" },
    ])
      expect((await listRuns(operator, executor, query)).runs, JSON.stringify(query)).toEqual([]);
    for (const query of [{ state: "odd" }, { record: "a\0" }, { before: "yesterday" }])
      await expect(listRuns(operator, executor, query)).rejects.toMatchObject({ code: "INVALID" });
  });

  it("page through runs of the same instant without losing or repeating one", async () => {
    await win();
    await app.pool.query(
      `insert into inngest_local.run (id, function_id, status, event, event_name, lane, lanes, limits, created_at)
       select gen_random_uuid(), function_id, 'completed', event, event_name, lane, lanes, limits, created_at
       from inngest_local.run, generate_series(1, 120)`,
    );
    const seen: string[] = [];
    let before: string | null | undefined;
    do {
      const page = await listRuns(operator, executor, { before: before ?? undefined });
      seen.push(...page.runs.map(({ id }) => id));
      before = page.next;
    } while (before);
    expect(new Set(seen).size).toBe(121);
    expect(seen).toHaveLength(121);
  });

  it("let a failed run go on, stop it, and start it anew", async () => {
    const runId = await win();
    const act = (action: string, id = runId) => actOnRun(operator, executor, { runId: id, action });
    expect(await act("retry")).toEqual({ done: false });
    await app.executor.advance(HOUR);
    broken = false;
    expect(await act("retry")).toEqual({ done: true, runId });
    await app.executor.drain();
    expect((await readRun(operator, executor, runId)).phase).toBe("waiting");
    expect(await act("cancel")).toEqual({ done: true, runId });
    expect(await act("cancel")).toEqual({ done: false });
    const stopped = await readRun(operator, executor, runId);
    expect(stopped).toMatchObject({ phase: "cancelled", may: ["replay"] });
    expect(stopped.steps.at(-1)).toMatchObject({ name: "payment", status: "stopped" });
    const replayed = await act("replay");
    expect(replayed.done && replayed.runId !== runId).toBe(true);
    expect(await app.executor.runs.list()).toHaveLength(2);
  });

  it("lead from a run to those it invoked and to the events it sent, and back", async () => {
    await app.client.send({ name: "order.placed", data: {} });
    await app.executor.drain();
    const { runs } = await listRuns(operator, executor, { function: "app-order" });
    const order = await readRun(operator, executor, runs[0]?.id ?? "");
    const [asked, told] = order.steps;
    expect([asked?.kind, told?.kind]).toEqual(["invoke", "send"]);
    const invoked = await readRun(operator, executor, asked?.invokedRunId ?? "");
    expect(invoked).toMatchObject({ functionId: "app-count", parentRunId: order.id });
    const [eventId] = told?.sentEventIds ?? [];
    expect((await listRuns(operator, executor, { event: eventId })).runs).toMatchObject([
      { functionId: "app-mourn" },
    ]);
  });

  it("know nothing of runs and actions that do not exist", async () => {
    const gone = "00000000-0000-7000-8000-000000000000";
    const missing = { code: "NOT_FOUND" };
    for (const id of [gone, "x"])
      await expect(readRun(operator, executor, id)).rejects.toMatchObject(missing);
    await expect(actOnRun(operator, executor, { runId: gone, action: "retry" })).rejects.toMatchObject(
      missing,
    );
    const runId = await win();
    await expect(actOnRun(operator, executor, { runId, action: "delete" })).rejects.toMatchObject(missing);
  });
});
