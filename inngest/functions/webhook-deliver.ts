import { organizationById } from "@/server/identity";
import { contextOf, engineClock, invariant } from "@/server/platform";
import { attemptDelivery, type Due } from "@/server/webhooks";
import { inngest } from "../client";

/** Sent by the relay for each endpoint that listens to an event. */
export const deliveryDue = "webhook/delivery.due";

/** Delivers one event to one endpoint: again and again, over days, until it is taken or given up. */
export const webhookDeliver = inngest.createFunction(
  {
    id: "webhook-deliver",
    triggers: [{ event: deliveryDue }, { event: "webhook.queued" }],
    concurrency: [{ key: "event.data.organizationId", limit: 5 }],
  },
  async ({ event, step }) => {
    const { organizationId, recordId: deliveryId, round } = event.data as Due;
    for (let attempt = 1; ; attempt++) {
      const { nextAt } = await step.run(`attempt ${attempt}`, async () =>
        attemptDelivery(await systemContext(organizationId), { deliveryId, round, attempt }),
      );
      if (nextAt === null) return;
      await step.sleepUntil(`wait ${attempt}`, nextAt);
    }
  },
);

async function systemContext(organizationId: string) {
  const [organization, now] = await Promise.all([organizationById(organizationId), engineClock()]);
  invariant(organization, `organization ${organizationId} exists`);
  return contextOf({ organization, actor: { type: "system", id: "pult" }, now });
}
