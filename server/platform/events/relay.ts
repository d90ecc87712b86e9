import { sql } from "drizzle-orm";
import { event } from "@/db/schema/platform";
import { asWorker } from "../db";

/** An event as automation receives it; its id makes a second delivery harmless. */
export type RelayedEvent = { id: string; name: string; ts: number; data: Record<string, unknown> };

/** Events given to the engine at once, and how many of them are one organization's: a flood stands beside the others. */
const batch = 100;
const share = 10;

/**
 * Hands waiting events to the engine until none waits, each organization's oldest first; several processes may relay
 * at once. An event is marked when `send` has returned, so a crash between sends it twice, never not at all.
 * @returns how many were handed over
 */
export async function relayEvents(send: (events: RelayedEvent[]) => Promise<unknown>): Promise<number> {
  let total = 0;
  for (;;) {
    const count = await relayBatch(send);
    total += count;
    if (count < share) return total;
  }
}

async function relayBatch(send: (events: RelayedEvent[]) => Promise<unknown>): Promise<number> {
  return asWorker(async (tx) => {
    const rows = await tx
      .update(event)
      .set({ relayedAt: new Date() })
      .where(sql`(${event.organizationId}, ${event.id}) in (${next})`)
      .returning();
    if (rows.length > 0) await send(rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(relayed));
    return rows.length;
  });
}

/** The next events, in turns between the organizations that have some. Each is found by one step in an index. */
const next = sql`
  with recursive waiting as (
    (select organization_id from event where relayed_at is null order by organization_id limit 1)
    union all
    select following.organization_id from waiting cross join lateral (
      select organization_id from event where relayed_at is null and organization_id > waiting.organization_id
      order by organization_id limit 1
    ) following
  ), turns as materialized (
    select first.*, row_number() over (partition by first.organization_id order by first.id) as turn
    from waiting cross join lateral (
      select organization_id, id from event where organization_id = waiting.organization_id and relayed_at is null
      order by id limit ${share} for update skip locked
    ) first
  )
  select organization_id, id from turns order by turn, id limit ${batch}`;

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
