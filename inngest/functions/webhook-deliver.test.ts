import { afterAll, beforeAll, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createDeal } from "@/server/crm/deals";
import { makeWorkspace } from "@/server/testing/fixtures";
import { createEndpoint, listDeliveries, replayDelivery } from "@/server/webhooks";
import { Receiver } from "@/server/webhooks/receiver.fixture";
import { useClockedExecutor } from "../testing/clocked-executor";
import { functions } from ".";

// From the event to somebody else's server, on the local executor, whose clock the test moves.
useTestDatabase();

process.env.BETTER_AUTH_SECRET ??= "a secret of this test alone";

const receiver = new Receiver();
let url: string;
beforeAll(async () => {
  url = await receiver.open();
});
afterAll(() => receiver.close());
const { settle, pass } = useClockedExecutor(functions);

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
