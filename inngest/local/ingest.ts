import { v7 as uuid } from "uuid";
import { lockKey, type Queryable } from "./database";
import { cancelRun } from "./end-run";
import { type Engine, type EventPayload, isActive } from "./engine";
import { holds } from "./expression";
import { seededId } from "./identifiers";
import { matchKeys } from "./listeners";
import { databaseNow } from "./queue";
import { organizationOf } from "./search-keys";
import { startRun } from "./start-run";
import { lockRun, resumeStep } from "./steps";

export interface IncomingEvent {
  id?: string | undefined;
  name: string;
  data: Record<string, unknown>;
  ts?: number | undefined;
}

/**
 * Records events and, in the same transaction, everything they set going: waits end, runs are cancelled, runs start.
 * An event whose id was seen in the last 24 hours starts nothing. Returns the internal ids.
 */
export async function ingest(
  tx: Queryable,
  engine: Engine,
  events: IncomingEvent[],
  seed: string | null = null,
): Promise<string[]> {
  const ids: string[] = [];
  const now = await databaseNow(tx);
  for (const [index, incoming] of events.entries()) {
    const id = seed ? seededId(seed, index) : uuid();
    ids.push(id);
    await ingestOne(tx, engine, id, incoming, now);
  }
  return ids;
}

async function ingestOne(
  tx: Queryable,
  engine: Engine,
  id: string,
  incoming: IncomingEvent,
  now: Date,
): Promise<void> {
  const event: EventPayload = { ...incoming, id: incoming.id ?? id, ts: incoming.ts ?? now.getTime() };
  const repeated = incoming.id !== undefined && (await wasSeen(tx, incoming.id));
  const { rowCount } = await tx.query(
    `insert into inngest_local.event (id, external_id, name, payload, organization_id, received_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`,
    [id, event.id, event.name, JSON.stringify(event), organizationOf(event), now],
  );
  if (rowCount === 0) return;
  await wakeListeners(tx, engine, event, now);
  if (repeated) return;
  for (const config of engine.functions.values()) {
    const triggered = config.triggers.some(
      (trigger) =>
        "event" in trigger && matchesName(trigger.event, event.name) && holds(trigger.expression, { event }),
    );
    if (triggered) await startRun(tx, engine, config, { now, event, eventId: id });
  }
}

async function wasSeen(tx: Queryable, externalId: string): Promise<boolean> {
  await lockKey(tx, "event", externalId);
  const { rows } = await tx.query(
    `select from inngest_local.event
     where external_id = $1 and received_at > inngest_local.now() - interval '24 hours' limit 1`,
    [externalId],
  );
  return rows.length > 0;
}

async function wakeListeners(tx: Queryable, engine: Engine, event: EventPayload, now: Date): Promise<void> {
  const { rows } = await tx.query<{ run_id: string; step_id: string | null; expression: string | null }>(
    `select run_id, step_id, expression from inngest_local.listener
     where event_name = $1 and (match_key is null or match_key = any ($2)) and (expires_at is null or expires_at > $3)
     order by run_id, id`,
    [event.name, matchKeys(event), now],
  );
  for (const { run_id, step_id, expression } of rows) {
    const run = await lockRun(tx, run_id);
    if (!run || !isActive(run) || !holds(expression, { event: run.event, async: event })) continue;
    if (step_id === null) await cancelRun(tx, engine, run.id);
    else await resumeStep(tx, run, step_id, { data: event });
  }
}

/** Names match as they are, or by a trailing wildcard after a separator, as in `app/*`. */
function matchesName(pattern: string, name: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}
