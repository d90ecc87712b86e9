import { asc, inArray, isNull } from "drizzle-orm";
import { event } from "@/db/schema/platform";
import { asWorker } from "../db";

/** An event as automation receives it; its id makes a second delivery harmless. */
export type RelayedEvent = { id: string; name: string; ts: number; data: Record<string, unknown> };

const batch = 100;

/**
 * Hands waiting events to the engine, oldest first, until none waits; several processes may relay at once.
 * An event is marked only after `send` returned, so a crash between sends it twice, never not at all.
 * @returns how many were handed over
 */
export async function relayEvents(send: (events: RelayedEvent[]) => Promise<unknown>): Promise<number> {
  let total = 0;
  for (;;) {
    const count = await relayBatch(send);
    total += count;
    if (count < batch) return total;
  }
}

async function relayBatch(send: (events: RelayedEvent[]) => Promise<unknown>): Promise<number> {
  return asWorker(async (tx) => {
    const rows = await tx
      .select()
      .from(event)
      .where(isNull(event.relayedAt))
      .orderBy(asc(event.id))
      .limit(batch)
      .for("update", { skipLocked: true });
    if (rows.length === 0) return 0;
    await send(rows.map(relayed));
    await tx
      .update(event)
      .set({ relayedAt: new Date() })
      .where(
        inArray(
          event.id,
          rows.map((row) => row.id),
        ),
      );
    return rows.length;
  });
}

function relayed(row: typeof event.$inferSelect): RelayedEvent {
  return {
    id: row.id,
    name: row.name,
    ts: row.occurredAt.getTime(),
    data: {
      ...row.data,
      organizationId: row.organizationId,
      entity: row.entity,
      recordId: row.recordId,
      actor: row.actor,
      causes: row.causes,
      depth: row.depth,
    },
  };
}
