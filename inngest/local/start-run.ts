import { v7 as uuid } from "uuid";
import { asJson, type Queryable } from "./database";
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
    parent_run_id: origin.parent?.runId ?? null,
    parent_step_id: origin.parent?.stepId ?? null,
    created_at: now,
    singleton_key: admission.singletonKey,
    debounce_key: debounced ? debounceKey(config, scope) : null,
    debounce_until: debounced?.timeout ? new Date(now.getTime() + debounced.timeout) : null,
    // An event from the future starts its runs then.
    due_at: new Date(Math.max(now.getTime() + delay, admission.startsAt.getTime(), origin.event.ts)),
  };
  await insertRun(tx, run, origin.event);
  if (config.timeouts?.start)
    await queueTimer(tx, run, "expire-start", new Date(now.getTime() + config.timeouts.start));
  await listenForCancel(tx, { id: run.id, event: origin.event }, config, now);
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

type NewRun = BegunRun & {
  parent_run_id: string | null;
  parent_step_id: string | null;
  created_at: Date;
  singleton_key: string | null;
  debounce_key: string | null;
  debounce_until: Date | null;
  due_at: Date;
};

export type BegunRun = ReturnType<typeof newRun>;

/** What is known of a run before anything is asked of the database. */
export function newRun(config: FunctionConfig, { event, eventId }: Pick<RunOrigin, "event" | "eventId">) {
  const limits = limitsOf(config, { event });
  const organizationId = organizationOf(event);
  return {
    id: uuid(),
    function_id: config.id,
    event_id: eventId,
    organization_id: organizationId,
    lane: organizationId ?? limits.find(({ key }) => key)?.name ?? config.id,
    queue: limits.filter(({ key }) => !key || key === "event.data.organizationId").map(({ name }) => name),
    lanes: limits.map(({ name }) => name),
    limits: limits.map(({ limit }) => limit),
    record_ids: recordIdsOf(event),
  };
}

/** Stores a new run and its first call. */
async function insertRun(tx: Queryable, run: NewRun, event: EventPayload): Promise<void> {
  await tx.query(
    `with run as (
       insert into inngest_local.run (id, function_id, status, event_id, event, event_name, organization_id, lane, queue, lanes,
         limits, singleton_key, debounce_key, debounce_until, parent_run_id, parent_step_id, created_at, record_ids)
       select id, function_id, 'queued', event_id, $2::json, $3, organization_id, lane, queue, lanes, limits, singleton_key,
         debounce_key, debounce_until, parent_run_id, parent_step_id, created_at, record_ids
       from json_populate_record(null::inngest_local.run, $1)
     )
     insert into inngest_local.job (run_id, kind, lane, queue, lanes, limits, due_at, ready)
     select id, 'call', lane, queue, lanes, limits, $4, $4 <= inngest_local.now()
     from json_populate_record(null::inngest_local.run, $1)`,
    [asJson(run), JSON.stringify(event), event.name, run.due_at],
  );
}

/** Names under which a run's calls are counted, and how many may be under way for each. */
function limitsOf(config: FunctionConfig, scope: { event: EventPayload }) {
  return config.concurrency.map(({ key, limit, scope: reach }, index) => ({
    limit,
    key,
    name: [reach === "fn" ? `${config.id}#${index}` : `${reach}#${key ?? ""}`, keyOf(key, scope)].join("="),
  }));
}
