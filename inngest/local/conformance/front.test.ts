import { afterAll, describe, expect, it } from "vitest";
import { createTestDatabase } from "@/db/testing";
import { SECOND } from "./case";
import { clockOf, type EngineOptions, realEngine, type TestEngine } from "./engines";
import { type Front, startFront } from "./front";
import { playCases } from "./suite";

/** The suite's whole way to a server over HTTP, with our executor at the other end. */
const realTime = process.env.CONFORMANCE_REAL_TIME !== undefined;
const keys = { event: "event-key-1", signing: `signkey-prod-${"5ec2e7".repeat(10)}` };
const NAMES = ["INNGEST_BASE_URL", "INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"] as const;
const before = NAMES.map((name) => process.env[name]);
const seen: Front["seen"][] = [];

async function frontEngine(options: EngineOptions): Promise<TestEngine> {
  const database = await createTestDatabase();
  const front = await startFront(database.directUrl, keys);
  seen.push(front.seen);
  process.env.INNGEST_BASE_URL = front.url;
  process.env.INNGEST_EVENT_KEY = keys.event;
  process.env.INNGEST_SIGNING_KEY = keys.signing;
  const engine = await realEngine(options, realTime ? undefined : clockOf(front.executor));
  if (realTime) await front.executor.start();
  return {
    ...engine,
    close: async () => {
      await front.close();
      await engine.close();
      await database.drop();
    },
  };
}

afterAll(() => {
  for (const [index, name] of NAMES.entries()) {
    if (before[index] === undefined) delete process.env[name];
    else process.env[name] = before[index];
  }
});

playCases("the local executor behind Inngest's HTTP interface", { start: frontEngine, realTime });

describe("the way over HTTP", () => {
  it("was taken: registered, called with signatures, reported by checkpoints where they are on", () => {
    expect(seen).toMatchObject([{ registrations: 1 }, { registrations: 1, checkpoints: 0 }]);
    for (const { calls } of seen) expect(calls).toBeGreaterThan(50);
    expect(seen[0]?.checkpoints).toBeGreaterThan(10);
  });

  it("is closed to wrong keys and unsigned calls", async () => {
    const ran: string[] = [];
    const engine = await frontEngine({
      checkpointing: true,
      define: (client) => [
        client.createFunction(
          { id: "f", triggers: { event: "go" } },
          ({ event }) => void ran.push(event.data.by),
        ),
      ],
    });
    const base = process.env.INNGEST_BASE_URL ?? "";
    const post = async (path: string, headers: Record<string, string>) => {
      const body = JSON.stringify({ name: "go", data: { by: "stranger" }, functions: [] });
      return (await fetch(`${base}${path}`, { method: "POST", headers, body })).status;
    };
    expect(await post("/e/another-key", {})).toBe(401);
    expect(await post("/fn/register", { authorization: "Bearer signkey-prod-00" })).toBe(401);
    expect(await post("/v1/checkpoint/x/async", {})).toBe(401);
    expect((await fetch(`${base}/v1/events/x/runs`)).status).toBe(401);
    await engine.client.send({ name: "go", data: { by: "friend" } });
    process.env.INNGEST_SIGNING_KEY = `signkey-prod-${"00".repeat(32)}`;
    await engine.settle(() => ran.length);
    expect(ran).toEqual([]);
    process.env.INNGEST_SIGNING_KEY = keys.signing;
    await engine.pass(20 * SECOND);
    expect(ran).toEqual(["friend"]);
    await engine.close();
  });
});
