import { and, inArray, isNull } from "drizzle-orm";
import { webhookDelivery, webhookEndpoint } from "@/db/schema/webhooks";
import { asWorker, newId, type RelayedEvent } from "@/server/platform";
import { everyEvent } from "./contract";
import { publicEvents } from "./public-events";

/** A delivery to be made; the round parts a replay from what slept before it. */
export type Due = { organizationId: string; recordId: string; round: number };

/**
 * Lays a delivery for every endpoint that listens to one of these events; asked once for a whole batch. Doing so twice
 * makes none twice, and answers the same.
 */
export async function fanOut(events: readonly RelayedEvent[]): Promise<Due[]> {
  const told = publicEvents();
  const happened = events.flatMap(({ id, name, data, ts }) =>
    told.includes(name) ? [{ id, name, ts, organizationId: String(data.organizationId) }] : [],
  );
  if (happened.length === 0) return [];
  return asWorker(async (tx) => {
    const listening = await tx
      .select({
        organizationId: webhookEndpoint.organizationId,
        id: webhookEndpoint.id,
        events: webhookEndpoint.events,
      })
      .from(webhookEndpoint)
      .where(
        and(
          inArray(webhookEndpoint.organizationId, [...new Set(happened.map((one) => one.organizationId))]),
          isNull(webhookEndpoint.disabledAt),
        ),
      );
    const rows = happened.flatMap(({ id: eventId, name, ts, organizationId }) =>
      listening
        .filter((one) => one.organizationId === organizationId)
        .filter((one) => one.events.includes(name) || one.events.includes(everyEvent))
        .map((one) => ({
          ...{ organizationId, id: newId(), endpointId: one.id, eventId, type: name },
          createdAt: new Date(ts),
        })),
    );
    if (rows.length === 0) return [];
    const { organizationId, endpointId, eventId, type, id, round } = webhookDelivery;
    return (
      tx
        .insert(webhookDelivery)
        .values(rows)
        // Nothing changes, but the row is answered: the first time may have ended before the engine was told.
        .onConflictDoUpdate({ target: [organizationId, endpointId, eventId], set: { type } })
        .returning({ organizationId, recordId: id, round })
    );
  });
}
