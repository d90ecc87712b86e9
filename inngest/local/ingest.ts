import { v7 as uuid } from "uuid";
import { lockKeys, type Queryable } from "./database";
import { cancelRun } from "./end-run";
import { type Engine, type EventPayload, isActive } from "./engine";
import { holds } from "./expression";
import type { FunctionConfig } from "./function-config";
import { seededId } from "./identifiers";
import { matchKeys } from "./listeners";
import { databaseNow } from "./queue";
import { organizationOf } from "./search-keys";
import { insertRuns, type NewRun, newRun, startRun, startsPlainly } from "./start-run";
import { lockRun, resumeStep } from "./steps";

export interface IncomingEvent {
  id?: string | undefined;
  name: string;
  data: Record<string, unknown>;
  ts?: number | undefined;
}

/**
 * Records events and, in the same transaction, everything they set going: waits end, runs are cancelled, runs start.
 * An event whose id was seen in the last 24 hours is recorded and sets nothing going. Returns the internal ids.
 */
export async function ingest(
  tx: Queryable,
  engine: Engine,
  incoming: IncomingEvent[],
  seed: string | null = null,
): Promise<string[]> {
  const now = await databaseNow(tx);
  const received = incoming.map((event, index) => {
    const id = seed ? seededId(seed, index) : uuid();
    return { id, given: event.id, event: { ...event, id: event.id ?? id, ts: event.ts ?? now.getTime() } };
  });
  const repeated = await seenBefore(tx, received);
  const recorded = await record(tx, received, now);
  const functions = [...engine.functions.values()];
  const heard = await heardNames(tx, functions, received);
  const starting: NewRun[] = [];
  for (const one of received) {
    if (repeated.has(one) || !recorded.delete(one.id)) continue;
    const { event, id } = one;
    if (heard.has(event.name)) await wakeListeners(tx, engine, event, now);
    for (const config of functions.filter(({ triggers }) => isTriggered(triggers, event))) {
      const origin = { now, event, eventId: id };
      if (startsPlainly(config)) starting.push(newRun(config, origin));
      else await startRun(tx, engine, config, origin);
    }
  }
  await insertRuns(tx, starting);
  return received.map(({ id }) => id);
}

interface Received {
  id: string;
  /** The id its sender gave it. */
  given: string | undefined;
  event: EventPayload;
}

/** Those that repeat an id, of an earlier event or of one before them. */
async function seenBefore(tx: Queryable, received: Received[]): Promise<Set<Received>> {
  const given = received.flatMap((one) => one.given ?? []);
  if (given.length === 0) return new Set();
  await lockKeys(
    tx,
    given.map((id) => ["event", id]),
  );
  const { rows } = await tx.query<{ id: string }>(
    `select distinct external_id as id from inngest_local.event
     where external_id = any ($1) and received_at > inngest_local.now() - interval '24 hours'`,
    [given],
  );
  const seen = new Set(rows.map(({ id }) => id));
  return new Set(
    received.filter((one) => {
      if (one.given === undefined) return false;
      const again = seen.has(one.given);
      seen.add(one.given);
      return again;
    }),
  );
}

/** Stores events; returns the ids of those that were not stored before. */
async function record(tx: Queryable, received: Received[], now: Date): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string }>(recordSql, [
    received.map(({ id }) => id),
    received.map(({ event }) => event.id),
    received.map(({ event }) => event.name),
    received.map(({ event }) => JSON.stringify(event)),
    received.map(({ event }) => organizationOf(event)),
    now,
  ]);
  return new Set(rows.map(({ id }) => id));
}

const recordSql = {
  name: "inngest_local.record",
  text: `insert into inngest_local.event (id, external_id, name, payload, organization_id, received_at)
    select id, external_id, name, payload::json, organization_id, $6
    from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
      as e (id, external_id, name, payload, organization_id)
    on conflict (id) do nothing returning id`,
};

/** Names of events that somebody waits for, or will once these have started what they start. */
async function heardNames(
  tx: Queryable,
  functions: FunctionConfig[],
  received: Received[],
): Promise<Set<string>> {
  const names = [...new Set(received.map(({ event }) => event.name))];
  const { rows } = await tx.query<{ name: string }>(
    `select name from unnest($1::text[]) as name
     where exists (select from inngest_local.listener where event_name = name)`,
    [names],
  );
  return new Set([
    ...rows.map(({ name }) => name),
    ...functions.flatMap(({ cancel }) => cancel.map(({ event }) => event)),
  ]);
}

function isTriggered(triggers: FunctionConfig["triggers"], event: EventPayload): boolean {
  return triggers.some(
    (trigger) =>
      "event" in trigger && matchesName(trigger.event, event.name) && holds(trigger.expression, { event }),
  );
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
