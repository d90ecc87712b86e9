import { getRecord, recordTypes, shownRecord } from "@/server/crm/registry";
import type { Transaction } from "@/server/platform";
import {
  AppError,
  type Context,
  eventById,
  inOrganization,
  joining,
  type LoggedEvent,
} from "@/server/platform";

/** What an endpoint is sent: the event, and its record as the REST API shows it, null when it is gone. */
export async function payloadOf(ctx: Context, delivery: { eventId: string | null }): Promise<string> {
  const now = ctx.now().toISOString();
  if (delivery.eventId === null)
    return JSON.stringify({ type: "webhook.ping", timestamp: now, data: { event: null, record: null } });
  const eventId = delivery.eventId;
  return inOrganization(ctx, async (tx) => {
    const event = await eventById(tx, ctx, eventId);
    if (!event) throw new AppError("NOT_FOUND");
    return JSON.stringify({
      type: event.name,
      timestamp: event.occurredAt.toISOString(),
      data: { event, record: await recordOf(tx, ctx, event) },
    });
  });
}

async function recordOf(tx: Transaction, ctx: Context, { entity, recordId }: LoggedEvent) {
  const type = recordTypes.find((one) => one.entity === entity);
  if (!type) return null;
  try {
    const { record } = await getRecord(joining(ctx, tx), { entity: type.entity, id: recordId });
    return shownRecord(record);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
