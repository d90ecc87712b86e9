import { lockKey, one, type Queryable } from "./database";
import { cancelRun } from "./end-run";
import type { Engine, EventPayload } from "./engine";
import { keyOf, limitedKeyOf, type Scope } from "./expression";
import type { FunctionConfig } from "./function-config";
import { organizationOf, recordIdsOf } from "./search-keys";

export interface Admission {
  singletonKey: string | null;
  startsAt: Date;
}

/** Whether and when a new run may start, by rateLimit, idempotency, singleton and throttle; null when it is skipped. */
export async function admit(
  tx: Queryable,
  engine: Engine,
  config: FunctionConfig,
  scope: Scope,
  now: Date,
  free: boolean,
): Promise<Admission | null> {
  const rateKey = config.rateLimit ? limitedKeyOf(config.rateLimit.key, scope) : null;
  const singletonKey = config.singleton ? limitedKeyOf(config.singleton.key, scope) : null;
  if (!free && rateKey !== null && (await isOverRate(tx, config, rateKey, now))) return null;
  if (singletonKey !== null && !(await becomesSingle(tx, engine, config, singletonKey))) return null;
  return { singletonKey, startsAt: await throttled(tx, config, scope, now) };
}

/** GCRA as Inngest's server counts: one every period / limit, and one more at once for each ten of the limit. */
async function isOverRate(tx: Queryable, config: FunctionConfig, key: string, now: Date): Promise<boolean> {
  if (!config.rateLimit) return false;
  const { limit, period } = config.rateLimit;
  const interval = period / limit;
  const { rowCount } = await tx.query(
    `insert into inngest_local.throttle as t (function_id, key, arrives_at) values ($1, $2, $3::timestamptz + $4 * interval '1 ms')
     on conflict (function_id, key) do update set arrives_at = greatest(t.arrives_at, $3) + $4 * interval '1 ms'
       where t.arrives_at <= $3::timestamptz + $5 * interval '1 ms'`,
    [config.id, `rate=${key}`, now, interval, Math.floor(limit / 10) * interval],
  );
  return rowCount === 0;
}

/** Mode `skip` keeps the run under way, mode `cancel` replaces it. */
async function becomesSingle(
  tx: Queryable,
  engine: Engine,
  config: FunctionConfig,
  key: string,
): Promise<boolean> {
  await lockKey(tx, "singleton", config.id, key);
  const { rows } = await tx.query<{ id: string }>(
    "select id from inngest_local.run where function_id = $1 and singleton_key = $2 and ended_at is null",
    [config.id, key],
  );
  if (rows.length > 0 && config.singleton?.mode === "skip") return false;
  for (const { id } of rows) await cancelRun(tx, engine, id);
  return true;
}

/** GCRA: starts are spaced by period / limit, after as many as the limit and the burst at once. */
async function throttled(tx: Queryable, config: FunctionConfig, scope: Scope, now: Date): Promise<Date> {
  if (!config.throttle) return now;
  const interval = config.throttle.period / config.throttle.limit;
  const { arrives } = await one<{ arrives: Date }>(
    tx,
    `insert into inngest_local.throttle as t (function_id, key, arrives_at) values ($1, $2, $3::timestamptz + $4 * interval '1 ms')
     on conflict (function_id, key) do update set arrives_at = greatest(t.arrives_at, $3) + $4 * interval '1 ms'
     returning arrives_at as arrives`,
    [config.id, `throttle=${keyOf(config.throttle.key, scope)}`, now, interval],
  );
  const atOnce = config.throttle.limit + (config.throttle.burst ?? 0);
  return new Date(Math.max(now.getTime(), arrives.getTime() - atOnce * interval));
}

export const debounceKey = (config: FunctionConfig, scope: Scope) => keyOf(config.debounce?.key, scope);

/** Folds an event into the run that still waits for quiet: it takes the event and waits anew, up to its timeout. */
export async function postpone(
  tx: Queryable,
  config: FunctionConfig,
  origin: { event: EventPayload; eventId: string | null },
  now: Date,
): Promise<boolean> {
  const key = debounceKey(config, origin);
  await lockKey(tx, "debounce", config.id, key);
  const due = new Date(now.getTime() + (config.debounce?.period ?? 0));
  const { rowCount } = await tx.query(
    `with waiting as (
       update inngest_local.job j set due_at = least($3, r.debounce_until)
       from inngest_local.run r
       where r.function_id = $1 and r.debounce_key = $2 and r.status = 'queued' and j.run_id = r.id and j.kind = 'call'
         and j.lease_until is null and j.attempt = 0 and j.due_at > inngest_local.now()
       returning r.id)
     update inngest_local.run set event = $4, event_id = $5, organization_id = $6, record_ids = $7 where id in (select id from waiting)`,
    [
      config.id,
      key,
      due,
      JSON.stringify(origin.event),
      origin.eventId,
      organizationOf(origin.event),
      recordIdsOf(origin.event),
    ],
  );
  return (rowCount ?? 0) > 0;
}
