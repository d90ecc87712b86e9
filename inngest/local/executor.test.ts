import type { GetStepTools, Inngest } from "inngest";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { createTestApp, type TestApp } from "./testing";

const DAY = 24 * 60 * 60 * 1000;

describe("the executor", () => {
  let database: TestDatabase;
  let app: TestApp | undefined;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    await app?.pool.query("truncate inngest_local.run, inngest_local.event, inngest_local.cron cascade");
    await app?.close();
  });
  afterAll(() => database.drop());

  async function open(
    define: Parameters<typeof createTestApp>[1],
    options: Parameters<typeof createTestApp>[2] = {},
  ) {
    app = await createTestApp(database.directUrl, define, options);
    return app;
  }
  async function onlyRun({ executor }: TestApp) {
    const [run] = await executor.runs.list();
    const details = await executor.runs.get(run?.id ?? "");
    if (!details) throw new Error("There is no run");
    return details;
  }

  it("keeps a run asleep for a year", async () => {
    const { client, executor } = await open((client) => [
      client.createFunction({ id: "f", triggers: { event: "go" } }, async ({ step }) => {
        await step.sleep("long", "52w");
        return "awake";
      }),
    ]);
    await client.send({ name: "go" });
    await executor.advance(363 * DAY);
    expect(await executor.runs.list()).toMatchObject([{ status: "running" }]);
    expect(await executor.stats()).toMatchObject({ queueDepth: 0, running: 0, waiting: 1 });
    await executor.advance(2 * DAY);
    expect(await executor.runs.list()).toMatchObject([{ status: "completed" }]);
  });

  it.each(["batchEvents", "priority"])("refuses %s at sync, naming the function", async (option) => {
    const value = option === "priority" ? { run: "100" } : { maxSize: 2, timeout: "5s" };
    const { executor } = await open((client) => [
      client.createFunction({ id: "odd", triggers: { event: "go" }, [option]: value }, () => {}),
    ]);
    await expect(executor.sync()).rejects.toThrow(`Function "app-odd" uses ${option}`);
  });

  it("refuses what is not CEL or not a schedule at sync", async () => {
    const bad = await open((client) => [
      client.createFunction({ id: "odd", triggers: { event: "go", if: "event.data.(" } }, () => {}),
    ]);
    await expect(bad.executor.sync()).rejects.toThrow("not a CEL expression");
    await bad.close();
    const { executor } = await open((client) => [
      client.createFunction({ id: "odd", triggers: { cron: "every noon" } }, () => {}),
    ]);
    await expect(executor.sync()).rejects.toThrow();
  });

  it("fails a run that uses an unsupported tool, saying which", async () => {
    const ready = await open((client) => [
      client.createFunction({ id: "odd", triggers: { event: "go" } }, ({ step }) =>
        step.waitForSignal("signal", { signal: "x", timeout: "1h", onConflict: "fail" }),
      ),
    ]);
    await ready.client.send({ name: "go" });
    await ready.executor.drain();
    expect((await onlyRun(ready)).error).toMatchObject({
      message: expect.stringContaining('"WaitForSignal"'),
    });
  });

  it("gives up, after the attempts the function has, what is answered by something else than the SDK", async () => {
    let calls = 0;
    const triggers = [{ event: "go" }];
    const known = { id: "app-f", name: "f", triggers, steps: { step: { retries: { attempts: 2 } } } };
    const ready = await open(() => [], {
      handler: async ({ method }) => {
        if (method === "PUT") return Response.json({ functions: [known] });
        calls += 1;
        return new Response("Bad gateway", { status: 502 });
      },
    });
    await ready.client.send({ name: "go" });
    await ready.executor.advance(DAY);
    expect(await onlyRun(ready)).toMatchObject({
      status: "failed",
      error: { message: expect.stringContaining("SDK") },
    });
    expect(calls).toBe(3);
  });

  it("stores any text as it is", async () => {
    const odd = { nul: "a\0b", lone: "\ud800", organizationId: "o\0", emoji: "🤝", quote: `'"\\` };
    const ready = await open((client) => [
      client.createFunction({ id: "f", triggers: { event: "go" } }, async ({ event, step }) => {
        const kept = await step.run("a\0", () => event.data);
        await step.sleep("rest", "1s");
        return kept;
      }),
    ]);
    await ready.client.send({ name: "go", data: odd });
    await ready.executor.advance(2_000);
    expect(await onlyRun(ready)).toMatchObject({ output: odd, organizationId: null });
  });

  it("refuses events that are too large or reserved", async () => {
    const { executor } = await open(() => []);
    const post = async (event: object | object[]) => {
      const response = await executor.fetch("http://localhost/e/key", {
        method: "POST",
        body: JSON.stringify(event),
      });
      return response.status;
    };
    expect(await post({ name: "go", data: { text: "x".repeat(300_000) } })).toBe(413);
    expect(await post(Array.from({ length: 5_001 }, () => ({ name: "go" })))).toBe(400);
    for (const name of ["", "inngest/function.failed", "a\0b", "x".repeat(257)])
      expect(await post({ name })).toBe(400);
  });

  it("stores the events of a request sent twice once", async () => {
    const ready = await open((client) => [
      client.createFunction({ id: "f", triggers: { event: "go" } }, () => {}),
    ]);
    const request = {
      method: "POST",
      headers: { "x-inngest-event-id-seed": "1700000000000,c2VlZA==" },
      body: JSON.stringify([{ name: "go", data: {} }]),
    };
    const first = await (await ready.executor.fetch("http://localhost/e/key", request)).json();
    expect(await (await ready.executor.fetch("http://localhost/e/key", request)).json()).toEqual(first);
    expect(await ready.executor.runs.list()).toHaveLength(1);
  });

  it("starts one run for copies of an event that arrive together", async () => {
    const { client, executor } = await open((client) => [
      client.createFunction({ id: "by-event", triggers: { event: "go" } }, () => {}),
      client.createFunction(
        { id: "by-key", triggers: { event: "pay" }, idempotency: "event.data.cart" },
        () => {},
      ),
      client.createFunction(
        { id: "single", triggers: { event: "sync" }, singleton: { key: "event.data.cart", mode: "skip" } },
        () => {},
      ),
    ]);
    const copies = Array.from({ length: 30 }, () => [
      { name: "go", id: "g1" },
      { name: "pay", data: { cart: "c1" } },
      { name: "sync", data: { cart: "c1" } },
    ]);
    await Promise.all(copies.map((events) => client.send(events)));
    expect(await executor.runs.list()).toHaveLength(3);
  });

  it("fails a run that keeps too much", async () => {
    const ready = await open((client) => [
      client.createFunction({ id: "f", triggers: { event: "go" } }, async ({ step }) => {
        await step.run("big", () => "x".repeat(5 * 1024 * 1024));
        await step.run("never", () => {
          throw new Error("reached");
        });
      }),
    ]);
    await ready.client.send({ name: "go" });
    await ready.executor.drain();
    expect(await onlyRun(ready)).toMatchObject({
      status: "failed",
      error: { name: "OutputTooLarge" },
      steps: [],
    });
  });

  it.each([
    [
      "over 1,000 steps",
      "StepLimit",
      async (step: GetStepTools<Inngest>) => {
        await Promise.all(Array.from({ length: 1_001 }, (_, index) => step.sleep(`rest ${index}`, "1h")));
      },
    ],
    [
      "over 32 MiB of state",
      "StateLimit",
      async (step: GetStepTools<Inngest>) => {
        for (let index = 0; index < 9; index++) await step.run("big", () => "x".repeat(4_000_000));
        await step.sleep("rest", "1h");
      },
    ],
  ])("fails a run that keeps too much: %s", async (_title, name, work) => {
    const ready = await open((client) => [
      client.createFunction({ id: "f", triggers: { event: "go" } }, ({ step }) => work(step)),
    ]);
    await ready.client.send({ name: "go" });
    await ready.executor.drain();
    expect(await onlyRun(ready)).toMatchObject({ status: "failed", error: { name } });
  });

  it("shows, retries, cancels and replays runs", async () => {
    let broken = true;
    const done: string[] = [];
    const ready = await open((client) => [
      client.createFunction({ id: "f", retries: 0, triggers: { event: "go" } }, async ({ step }) => {
        await step.run("first", () => done.push("first"));
        await step.run("second", () => {
          if (broken) throw new Error("broken");
          done.push("second");
        });
        await step.sleep("rest", "1h");
      }),
    ]);
    const { client, executor } = ready;
    await client.send({ id: "e1", name: "go", data: { organizationId: "o1", dealId: "d1" } });
    await executor.drain();
    const failed = await onlyRun(ready);
    expect(failed).toMatchObject({ status: "failed", error: { message: "broken" }, organizationId: "o1" });
    expect(failed.steps).toMatchObject([
      { name: "first", status: "completed" },
      { name: "second", status: "failed" },
    ]);
    for (const filter of [
      { eventId: "e1" },
      { organizationId: "o1" },
      { recordId: "d1" },
      { status: "failed" as const },
    ])
      expect(await executor.search(filter)).toHaveLength(1);
    expect(await executor.search({ recordId: "d2" })).toEqual([]);
    expect(await executor.stats()).toMatchObject({ failed: 1 });

    broken = false;
    expect(await executor.runs.retry(failed.id)).toBe(true);
    await executor.drain();
    expect(done).toEqual(["first", "second"]);
    expect(await executor.runs.cancel(failed.id)).toBe(true);
    expect(await executor.runs.cancel(failed.id)).toBe(false);
    const replayed = await executor.runs.replay(failed.id);
    await executor.advance(2 * 60 * 60 * 1000);
    expect(await executor.runs.get(replayed ?? "")).toMatchObject({ status: "completed" });
    expect(await executor.runs.get(failed.id)).toMatchObject({ status: "cancelled" });
    for (const id of ["00000000-0000-0000-0000-000000000000", "nonsense", "\0"]) {
      expect(await executor.runs.get(id)).toBeNull();
      expect(await executor.runs.retry(id)).toBe(false);
      expect(await executor.runs.replay(id)).toBeNull();
    }
  });

  it("forgets ended runs after the retention, never those under way", async () => {
    const { client, executor } = await open(
      (client) => [
        client.createFunction({ id: "short", triggers: { event: "go" } }, () => {}),
        client.createFunction({ id: "long", triggers: { event: "go" } }, ({ step }) =>
          step.sleep("long", "20d"),
        ),
      ],
      { retentionMs: 3 * DAY },
    );
    await client.send({ name: "go" });
    await executor.advance(2 * DAY);
    await executor.forgetOld();
    expect(await executor.runs.list()).toHaveLength(2);
    await executor.advance(2 * DAY);
    await executor.forgetOld();
    expect(await executor.runs.list()).toMatchObject([{ functionId: "app-long" }]);
  });

  it("makes up a missed schedule once", async () => {
    let starts = 0;
    const { executor, pool } = await open((client) => [
      client.createFunction({ id: "f", triggers: { cron: "0 * * * *" } }, () => void (starts += 1)),
    ]);
    await executor.sync();
    await pool.query("update inngest_local.setting set clock_offset = clock_offset + interval '10 hours'");
    await executor.drain();
    expect(starts).toBe(1);
    await executor.advance(3 * 60 * 60 * 1000);
    expect(starts).toBe(4);
    await executor.advance(DAY, { schedules: "once" });
    expect(starts).toBe(5);
  });
});
