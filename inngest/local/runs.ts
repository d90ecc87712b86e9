import { transaction } from "./database";
import { cancelRun } from "./end-run";
import type { Engine, EventPayload, RunRow } from "./engine";
import { listenForCancel } from "./listeners";
import { databaseNow, queueCall } from "./queue";
import { startRun } from "./start-run";
import { isRunId, lockRun } from "./steps";

export interface RunFilter {
  status?: RunRow["status"] | undefined;
  /** Only runs whose last call failed and is about to be made again. */
  retrying?: boolean | undefined;
  functionId?: string | undefined;
  organizationId?: string | undefined;
  /** Internal id of an event, or the id its sender gave it. */
  eventId?: string | undefined;
  /** Id of a record that the event's data names. */
  recordId?: string | undefined;
  /** The last run of a page: only runs after it in the list. */
  before?: { createdAt: Date; id: string } | undefined;
  limit?: number | undefined;
}

export interface RunSummary {
  id: string;
  functionId: string;
  status: RunRow["status"];
  eventName: string;
  organizationId: string | null;
  error: unknown;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  /** Whether a call is being made right now. */
  underWay: boolean;
  /** How often in a row its call has failed, and what the failed step said; null when the function itself failed. */
  failures: number;
  stepError: unknown;
  /** When its next call or timer is due; null when none is queued. */
  nextAt: Date | null;
}

export interface RunStep {
  id: string;
  name: string;
  operation: string;
  status: "pending" | "retrying" | "completed" | "failed";
  data: unknown;
  error: unknown;
  /** Failed attempts so far, not counting one that failed the step for good. */
  attempt: number;
  createdAt: Date;
  endedAt: Date | null;
  /** When its timer is due; null when it has none. */
  dueAt: Date | null;
  /** The event it waits for. */
  eventName: string | null;
  /** The run it invoked. */
  invokedRunId: string | null;
}

export interface RunDetails extends RunSummary {
  event: EventPayload;
  /** Internal id of its event; null for schedules and invocations. */
  eventId: string | null;
  output: unknown;
  parentRunId: string | null;
  steps: RunStep[];
}

const SUMMARY = `run.id, function_id as "functionId", status, event_name as "eventName", organization_id as "organizationId",
  error, created_at as "createdAt", started_at as "startedAt", ended_at as "endedAt", next.*,
  (select error from inngest_local.step where run_id = run.id and status = 'retrying' order by created_at desc limit 1)
    as "stepError"`;

const WITH_NEXT = `inngest_local.run cross join lateral (
  select coalesce(bool_or(kind = 'call' and lease_until is not null), false) as "underWay",
    coalesce(max(attempt) filter (where kind = 'call'), 0) as failures,
    min(due_at) filter (where kind in ('call', 'wake')) as "nextAt"
  from inngest_local.job where run_id = run.id) next`;

/** What an operator may see and do of runs. */
export function createRuns(engine: Engine) {
  return {
    /** Newest first, 50 unless told otherwise. */
    list: (filter: RunFilter = {}) => listRuns(engine, filter),
    /** A run with its steps in the order they began; null when there is none. */
    get: (id: string) => getRun(engine, id),
    /** Lets a failed run go on from the step that failed it; false when it has not failed. */
    retry: (id: string) => retryRun(engine, id),
    /** Stops a run; false when it is not under way. */
    cancel: (id: string) => transaction(engine.database, (tx) => cancelRun(tx, engine, id)),
    /** Starts a new run with the same event; the new run's id, or null when flow control skips it. */
    replay: (id: string) => replayRun(engine, id),
  };
}

async function listRuns(engine: Engine, filter: RunFilter): Promise<RunSummary[]> {
  const { rows } = await engine.database.query<RunSummary>(
    `select ${SUMMARY} from ${WITH_NEXT}
     where ($1::text is null or status = $1) and ($2::text is null or function_id = $2)
       and ($3::text is null or organization_id = $3)
       and ($4::text is null or event_id = any (array(
         select id from inngest_local.event where external_id = $4 union select $10::uuid)))
       and ($5::text is null or record_ids @> array[$5])
       and ($6::timestamptz is null or created_at < $6 or (created_at = $6 and run.id > $7))
       and (not $8 or run.id = any (array(select run_id from inngest_local.job where kind = 'call' and attempt > 0)))
     order by created_at desc, run.id limit $9`,
    [
      filter.status ?? null,
      filter.functionId ?? null,
      filter.organizationId ?? null,
      filter.eventId ?? null,
      filter.recordId ?? null,
      filter.before?.createdAt ?? null,
      filter.before?.id ?? null,
      filter.retrying ?? false,
      filter.limit ?? 50,
      filter.eventId && isRunId(filter.eventId) ? filter.eventId : null,
    ],
  );
  return rows;
}

async function getRun(engine: Engine, id: string): Promise<RunDetails | null> {
  if (!isRunId(id)) return null;
  const { rows } = await engine.database.query<Omit<RunDetails, "steps">>(
    `select ${SUMMARY}, event, event_id as "eventId", output, parent_run_id as "parentRunId"
     from ${WITH_NEXT} where run.id = $1`,
    [id],
  );
  if (!rows[0]) return null;
  const { rows: steps } = await engine.database.query<RunStep>(
    `select id, name, op as operation, status, data, error, attempt, created_at as "createdAt", ended_at as "endedAt",
       (select min(due_at) from inngest_local.job where run_id = step.run_id and step_id = step.id) as "dueAt",
       (select min(event_name) from inngest_local.listener where run_id = step.run_id and step_id = step.id) as "eventName",
       (select min(id::text) from inngest_local.run where parent_run_id = step.run_id and parent_step_id = step.id) as "invokedRunId"
     from inngest_local.step where run_id = $1 order by created_at, completion`,
    [id],
  );
  return { ...rows[0], steps };
}

async function retryRun(engine: Engine, id: string): Promise<boolean> {
  const retried = await transaction(engine.database, async (tx) => {
    const run = await lockRun(tx, id);
    if (run?.status !== "failed") return false;
    await tx.query("delete from inngest_local.step where run_id = $1 and status <> 'completed'", [id]);
    await tx.query(
      `update inngest_local.run set status = 'queued', error = null, ended_at = null, finish_by = null where id = $1`,
      [id],
    );
    const config = engine.functions.get(run.function_id);
    if (config) await listenForCancel(tx, run, config, await databaseNow(tx));
    await queueCall(tx, run, null);
    return true;
  });
  engine.wake();
  return retried;
}

async function replayRun(engine: Engine, id: string): Promise<string | null> {
  const replayed = await transaction(engine.database, async (tx) => {
    const run = await lockRun(tx, id);
    const config = run && engine.functions.get(run.function_id);
    if (!run || !config) return null;
    const now = await databaseNow(tx);
    return startRun(tx, engine, config, { now, event: run.event, eventId: run.event_id, replay: true });
  });
  engine.wake();
  return replayed?.id ?? null;
}
