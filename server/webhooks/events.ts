import { defineEvent } from "@/server/platform";

export const webhookCreated = defineEvent<{ url: string; events: string[] }>("webhook.created", "webhook");
export const webhookUpdated = defineEvent<{ url: string; changed: string[] }>("webhook.updated", "webhook");
export const webhookRemoved = defineEvent<{ url: string }>("webhook.removed", "webhook");
export const webhookDisabled = defineEvent<{ url: string }>("webhook.disabled", "webhook");

/** A delivery is to be made, or made again: a test, a replay. Its record is the delivery. */
export const webhookQueued = defineEvent<{ endpointId: string; round: number }>(
  "webhook.queued",
  "webhook_delivery",
);
