import { v7 as uuid } from "uuid";
import { one, type Queryable } from "./database";
import type { Engine, EventPayload, RunRow } from "./engine";
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
export async function startRun(tx: Queryable, engine: Engine, config: FunctionConfig, origin: RunOrigin) {
  const { now } = origin;
  const scope = { event: origin.event };
  const free = origin.replay === true;
  if (!free && !origin.parent && config.debounce && (await postpone(tx, config, origin, now))) return null;
  const admission = await admit(tx, engine, config, scope, now, free);
  if (!admission) return null;
  const debounced = !free && !origin.parent ? config.debounce : undefined;
  const lanes = lanesOf(config, scope);
  const delay = Math.max(origin.delayMs ?? 0, debounced?.period ?? 0);
  const startsAt = new Date(Math.max(now.getTime() + delay, admission.startsAt.getTime(), origin.event.ts));
  const run = await one<RunRow>(
    tx,
    `with run as (
       insert into inngest_local.run (id, function_id, status, event_id, event, event_name, organization_id, lane, lanes, limits,
         rate_key, singleton_key, debounce_key, debounce_until, parent_run_id, parent_step_id, created_at, record_ids)
       values ($1, $2, 'queued', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $18) returning *
     ), job as (
       insert into inngest_local.job (run_id, kind, lane, lanes, limits, due_at)
       select id, 'call', lane, lanes, limits, $17 from run
     ) select * from run`,
    [
      uuid(),
      config.id,
      origin.eventId,
      JSON.stringify(origin.event),
      origin.event.name,
      organizationOf(origin.event),
      lanes.find(({ keyed }) => keyed)?.name ?? lanes[0]?.name ?? config.id,
      lanes.map(({ name }) => name),
      lanes.map(({ limit }) => limit),
      admission.rateKey,
      admission.singletonKey,
      debounced ? debounceKey(config, scope) : null,
      debounced?.timeout ? new Date(now.getTime() + debounced.timeout) : null,
      origin.parent?.runId ?? null,
      origin.parent?.stepId ?? null,
      now,
      startsAt,
      recordIdsOf(origin.event),
    ],
  );
  if (config.timeouts?.start)
    await queueTimer(tx, run, "expire-start", new Date(now.getTime() + config.timeouts.start));
  await listenForCancel(tx, run, config, now);
  return run;
}

/** Names under which a run's calls are counted, and how many may be under way for each. */
function lanesOf(config: FunctionConfig, scope: { event: EventPayload }) {
  return config.concurrency.map(({ key, limit, scope: reach }, index) => ({
    limit,
    keyed: key !== undefined,
    name: [reach === "fn" ? `${config.id}#${index}` : `${reach}#${key ?? ""}`, keyOf(key, scope)].join("="),
  }));
}
