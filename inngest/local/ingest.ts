import { v7 as uuid } from "uuid";
import type { Queryable } from "./database";
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
 * An event whose id was seen in the last 24 hours starts nothing. Returns the internal ids.
 */
export async function ingest(
  tx: Queryable,
  engine: Engine,
  incoming: IncomingEvent[],
  seed: string | null = null,
): Promise<string[]> {
  const now = await databaseNow(tx);
  const received = incoming.map((event, index) => {
    const key = seed ? seededId(seed, index) : uuid();
    return { key, given: event.id !== undefined, event: complete(event, key, now) };
  });
  const stored = new Map((await record(tx, received)).map((one) => [one.key, one]));
  const functions = [...engine.functions.values()];
  // Somebody will wait for these once an event before them has started what it starts.
  const cancelling = new Set(functions.flatMap(({ cancel }) => cancel.map(({ event }) => event)));
  const starting: NewRun[] = [];
  for (const { key, event } of received) {
    const { heard, repeated } = stored.get(key) ?? {};
    if (repeated === undefined) continue;
    if (heard || cancelling.has(event.name)) await wakeListeners(tx, engine, event, now);
    if (repeated) continue;
    for (const config of functions.filter(({ triggers }) => isTriggered(triggers, event))) {
      const origin = { now, event, eventId: key };
      if (startsPlainly(config)) starting.push(newRun(config, origin));
      else await startRun(tx, engine, config, origin);
    }
  }
  await insertRuns(tx, starting);
  return received.map(({ key }) => key);
}

const complete = (event: IncomingEvent, key: string, now: Date): EventPayload => ({
  ...event,
  id: event.id ?? key,
  ts: stampOf(event.ts, now),
});

// The SDK stamps what it sends by its process' clock. One that is ahead of the database's must not hold back what happens
// now; an event for later says a time that is still to come there, too.
function stampOf(ts: number | undefined, now: Date): number {
  return ts === undefined || (ts > now.getTime() && ts <= Date.now()) ? now.getTime() : ts;
}

type Received = { key: string; given: boolean; event: EventPayload };

const recordSql = {
  name: "inngest_local.record",
  text: "select key, repeated, heard from inngest_local.record($1, $2, $3, $4, $5, $6)",
};

type Recorded = { key: string; repeated: boolean; heard: boolean };

/**
 * Stores events; those that were stored already are left out. A repeated one has an id that came in the last 24 hours and
 * starts nothing; `heard` says whether somebody waits for its name.
 */
async function record(tx: Queryable, received: Received[]): Promise<Recorded[]> {
  const { rows } = await tx.query<Recorded>(recordSql, [
    received.map(({ key }) => key),
    received.map(({ event }) => event.id),
    received.map(({ given }) => given),
    received.map(({ event }) => event.name),
    received.map(({ event }) => JSON.stringify(event)),
    received.map(({ event }) => organizationOf(event)),
  ]);
  return rows;
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
