import { v7 as uuid } from "uuid";
import { asJson, type Queryable, transaction } from "./database";
import { cancelRun } from "./end-run";
import { type Engine, type EventPayload, isActive } from "./engine";
import { holds } from "./expression";
import type { FunctionConfig } from "./function-config";
import { seededId } from "./identifiers";
import { matchKeys } from "./listeners";
import { organizationOf } from "./search-keys";
import { type BegunRun, newRun, startRun, startsPlainly } from "./start-run";
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
export async function receive(
  engine: Engine,
  incoming: IncomingEvent[],
  seed: string | null = null,
): Promise<string[]> {
  const arrived = arrive(engine, incoming, seed);
  const keys = arrived.map(({ key }) => key);
  // Nearly always one statement does it all.
  if (arrived.every(({ plainly }) => plainly) && (await store(engine.database, arrived, true)).size > 0)
    return keys;
  await transaction(engine.database, (tx) => setGoing(tx, engine, arrived));
  return keys;
}

/** Like `receive`, within a transaction. */
export async function ingest(tx: Queryable, engine: Engine, incoming: IncomingEvent[]): Promise<void> {
  await setGoing(tx, engine, arrive(engine, incoming, null));
}

interface Arrived {
  key: string;
  given: boolean;
  event: EventPayload;
  /** When the sender says it happened. */
  ts: number | null;
  /** Runs that start with the event being stored, and functions whose start takes more. */
  runs: BegunRun[];
  starts: FunctionConfig[];
  /** Nothing else may have to be done than to store the event and its runs, unless somebody waits for it. */
  plainly: boolean;
}

/** What events begin, as far as it is known before they are stored. */
function arrive(engine: Engine, incoming: IncomingEvent[], seed: string | null): Arrived[] {
  const functions = [...engine.functions.values()];
  // Somebody will wait for these once an event before them has started what it starts.
  const cancelling = new Set(functions.flatMap(({ cancel }) => cancel.map(({ event }) => event)));
  return incoming.map((sent, index) => {
    const key = seed ? seededId(seed, index) : uuid();
    const event = { ...sent, id: sent.id ?? key, ts: sent.ts ?? Date.now() };
    const triggered = functions.filter(({ triggers }) => isTriggered(triggers, event));
    const starts = triggered.filter((config) => !startsPlainly(config));
    const runs = triggered.filter(startsPlainly).map((config) => newRun(config, { event, eventId: key }));
    const plainly = starts.length === 0 && !cancelling.has(event.name);
    return { key, given: sent.id !== undefined, event, ts: sent.ts ?? null, runs, starts, plainly };
  });
}

async function setGoing(tx: Queryable, engine: Engine, arrived: Arrived[]): Promise<void> {
  const stored = await store(tx, arrived, false);
  for (const { key, event: said, starts, plainly } of arrived) {
    const { heard, repeated, stamp, instant: now } = stored.get(key) ?? {};
    if (repeated === undefined || stamp === undefined || now === undefined) continue;
    const event = { ...said, ts: stamp };
    if (heard || !plainly) await wakeListeners(tx, engine, event, now);
    if (repeated) continue;
    for (const config of starts) await startRun(tx, engine, config, { now, event, eventId: key });
  }
}

const ingestSql = {
  name: "inngest_local.ingest",
  text: `select key, repeated, heard, stamp, instant
    from inngest_local.ingest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};

type Stored = { key: string; repeated: boolean; heard: boolean; stamp: number; instant: Date };

/**
 * Stores events and the runs that start plainly; those stored already are left out. A repeated one has an id that came
 * in the last 24 hours and starts nothing; `heard` says whether somebody waits for its name. `alone`: nothing is
 * stored if somebody does.
 */
async function store(tx: Queryable, arrived: Arrived[], alone: boolean): Promise<Map<string, Stored>> {
  const { rows } = await tx.query<Stored>(ingestSql, [
    arrived.map(({ key }) => key),
    arrived.map(({ event }) => event.id),
    arrived.map(({ given }) => given),
    arrived.map(({ event }) => event.name),
    arrived.map(({ event }) => withoutTime(event)),
    arrived.map(({ event }) => organizationOf(event)),
    arrived.map(({ ts }) => ts),
    Date.now(),
    asJson(arrived.flatMap(({ runs }) => runs)),
    alone,
  ]);
  return new Map(rows.map((row) => [row.key, row]));
}

/** An event as JSON that still lacks its last member, the time, and what ends it. */
function withoutTime(event: EventPayload): string {
  return JSON.stringify({ ...event, ts: undefined }).slice(0, -1);
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
