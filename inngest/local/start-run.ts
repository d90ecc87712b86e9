import { v7 as uuid } from "uuid";
import { type Queryable, rowsAsJson } from "./database";
import type { Engine, EventPayload } from "./engine";
import { keyOf } from "./expression";
import { admit, debounceKey, postpone } from "./flow-control";
import type { FunctionConfig } from "./function-config";
import { listenForCancel } from "./listeners";
import { queueTimer } from "./queue";
import { organizationOf, recordIdsOf } from "./search-keys";

export interface RunOrigin {
  now: Date;
  event: EventPayload;
  eventId: string | null;
  /** The step of another run that invoked this one. */
  parent?: { runId: string; stepId: string };
  /** Milliseconds a scheduled start is spread by. */
  delayMs?: number;
  /** An operator's replay passes over rate limits and debouncing. */
  replay?: boolean;
}

/** Creates a run and queues its first call; null when flow control skips it or folds it into a waiting run. */
export async function startRun(
  tx: Queryable,
  engine: Engine,
  config: FunctionConfig,
  origin: RunOrigin,
): Promise<NewRun | null> {
  const { now } = origin;
  const scope = { event: origin.event };
  const free = origin.replay === true;
  if (!free && !origin.parent && config.debounce && (await postpone(tx, config, origin, now))) return null;
  const admission = await admit(tx, engine, config, scope, now, free);
  if (!admission) return null;
  const debounced = !free && !origin.parent ? config.debounce : undefined;
  const delay = Math.max(origin.delayMs ?? 0, debounced?.period ?? 0);
  const run: NewRun = {
    ...newRun(config, origin),
    rate_key: admission.rateKey,
    singleton_key: admission.singletonKey,
    debounce_key: debounced ? debounceKey(config, scope) : null,
    debounce_until: debounced?.timeout ? new Date(now.getTime() + debounced.timeout) : null,
    due_at: new Date(Math.max(now.getTime() + delay, admission.startsAt.getTime(), origin.event.ts)),
  };
  await insertRuns(tx, [run]);
  if (config.timeouts?.start)
    await queueTimer(tx, run, "expire-start", new Date(now.getTime() + config.timeouts.start));
  await listenForCancel(tx, run, config, now);
  return run;
}

/** Whether starting a run takes no look at other runs and nothing beside the run, so that many can start at once. */
export function startsPlainly({
  debounce,
  rateLimit,
  singleton,
  throttle,
  timeouts,
  cancel,
}: FunctionConfig) {
  return !(debounce ?? rateLimit ?? singleton ?? throttle ?? timeouts?.start ?? cancel[0]);
}

export type NewRun = ReturnType<typeof newRun> & {
  rate_key?: string | null;
  singleton_key?: string | null;
  debounce_key?: string | null;
  debounce_until?: Date | null;
};

/** A run as it starts at once. */
export function newRun(config: FunctionConfig, { now, event, eventId, parent }: RunOrigin) {
  const limits = limitsOf(config, { event });
  const organizationId = organizationOf(event);
  return {
    id: uuid(),
    function_id: config.id,
    event_id: eventId,
    event,
    organization_id: organizationId,
    lane: organizationId ?? limits.find(({ key }) => key)?.name ?? config.id,
    queue: limits.filter(({ key }) => !key || key === "event.data.organizationId").map(({ name }) => name),
    lanes: limits.map(({ name }) => name),
    limits: limits.map(({ limit }) => limit),
    parent_run_id: parent?.runId ?? null,
    parent_step_id: parent?.stepId ?? null,
    created_at: now,
    record_ids: recordIdsOf(event),
    // An event from the future starts its runs then.
    due_at: new Date(Math.max(now.getTime(), event.ts)),
  };
}

const insertSql = {
  name: "inngest_local.start",
  text: `with run as (
      insert into inngest_local.run (id, function_id, status, event_id, event, event_name, organization_id, lane, queue, lanes,
        limits, rate_key, singleton_key, debounce_key, debounce_until, parent_run_id, parent_step_id, created_at, record_ids)
      select id, function_id, 'queued', event_id, event::json, event_name, organization_id, lane, queue, lanes, limits,
        rate_key, singleton_key, debounce_key, debounce_until, parent_run_id, parent_step_id, created_at, record_ids
      from json_to_recordset($1) as r (id uuid, function_id text, event_id uuid, event text, event_name text,
        organization_id text, lane text, queue text[], lanes text[], limits int[], rate_key text, singleton_key text,
        debounce_key text, debounce_until timestamptz, parent_run_id uuid, parent_step_id text, created_at timestamptz,
        record_ids text[])
    )
    insert into inngest_local.job (run_id, kind, lane, queue, lanes, limits, due_at, ready)
    select id, 'call', lane, queue, lanes, limits, due_at, due_at <= inngest_local.now()
    from json_to_recordset($1) as r (id uuid, lane text, queue text[], lanes text[], limits int[], due_at timestamptz)`,
};

/** Stores new runs, and their first calls in the same order. */
export async function insertRuns(tx: Queryable, runs: NewRun[]): Promise<void> {
  const rows = runs.map(({ event, ...run }) => ({
    ...run,
    event: JSON.stringify(event),
    event_name: event.name,
  }));
  if (rows.length > 0) await tx.query(insertSql, [rowsAsJson(rows)]);
}

/** Names under which a run's calls are counted, and how many may be under way for each. */
function limitsOf(config: FunctionConfig, scope: { event: EventPayload }) {
  return config.concurrency.map(({ key, limit, scope: reach }, index) => ({
    limit,
    key,
    name: [reach === "fn" ? `${config.id}#${index}` : `${reach}#${key ?? ""}`, keyOf(key, scope)].join("="),
  }));
}
