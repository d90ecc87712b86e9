import { serve } from "inngest/edge";
import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { directUrl } from "@/db/client";
import { useTestDatabase } from "@/db/testing";
import { createDeal } from "@/server/crm/deals";
import { log, relayEvents } from "@/server/platform";
import { makeWorkspace } from "@/server/testing/fixtures";
import { createEndpoint, listDeliveries, replayDelivery } from "@/server/webhooks";
import { Receiver } from "@/server/webhooks/receiver.fixture";
import { inngest, setExecutorFetch } from "../client";
import { createLocalExecutor, type LocalExecutor } from "../local";
import { sendRelayed } from "../relay";
import { functions } from ".";

// From the event to somebody else's server, on the local executor, whose clock the test moves.
useTestDatabase();

process.env.BETTER_AUTH_SECRET ??= "a secret of this test alone";

let executor: LocalExecutor;
let pool: pg.Pool;
const receiver = new Receiver();
let url: string;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  url = await receiver.open();
  pool = new pg.Pool({ connectionString: directUrl(), options: "-c role=pult_worker", max: 6 });
  executor = createLocalExecutor({
    pool,
    handler: serve({ client: inngest, functions }),
    clock: { advance: (milliseconds) => void vi.setSystemTime(Date.now() + milliseconds) },
    logger: log,
  });
  setExecutorFetch(executor.fetch);
  await executor.sync();
});
afterAll(async () => {
  await executor.stop({ graceMs: 1_000 });
  await pool.end();
  receiver.close();
  vi.useRealTimers();
});

async function settle(): Promise<void> {
  do await executor.drain();
  while ((await relayEvents(sendRelayed)) > 0);
}

async function pass(minutes: number): Promise<void> {
  await settle();
  await executor.advance(minutes * 60_000);
  await settle();
}

it("an event reaches an endpoint that is down for minutes, once, and again when replayed", async () => {
  const w = await makeWorkspace();
  const { id } = await createEndpoint(w.owner, { url, events: ["deal.created"] });
  await settle();
  receiver.status = 503;
  await createDeal(w.owner, { title: "Roof", stageId: w.stages.fresh });
  await settle();
  expect(receiver.received).toHaveLength(1);
  await pass(1);
  expect(receiver.received).toHaveLength(2);
  receiver.status = 204;
  await pass(6);
  expect(receiver.received).toHaveLength(3);
  const { deliveries } = await listDeliveries(w.owner, { endpointId: id });
  expect(deliveries).toMatchObject([{ status: "delivered", attempts: 3 }]);
  await pass(2);
  expect(receiver.received).toHaveLength(3);
  await replayDelivery(w.owner, { deliveryId: deliveries[0]?.id ?? "" });
  await settle();
  expect(receiver.received).toHaveLength(4);
});
