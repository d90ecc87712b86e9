import { callFunction } from "./call-function";
import { type Queryable, throughOutages, transaction } from "./database";
import { cancelRun, failRun } from "./end-run";
import { type Engine, isActive, type JobRow, type RunRow } from "./engine";
import { holdJob } from "./queue";
import { settleCall } from "./settle-call";
import { finishedSteps, lockRun, type StepRow } from "./steps";
import { settleTimer } from "./timers";

/** Attempts of a function this process does not know, such as one removed by a deployment. */
const UNKNOWN_FUNCTION_ATTEMPTS = 4;
/** A job lost this often is given up: by the waits between losses that is over ten hours in which it never got on. */
const MAX_LOSSES = 25;

/**
 * Does the work of one claimed job and stores what came of it. Every part that touches the database is safe to do
 * twice, since what is stored once makes the claim stale. @throws when the database stays away
 */
export async function runJob(engine: Engine, job: JobRow): Promise<void> {
  if (job.kind !== "call") return throughOutages(() => settleTimer(engine, job));
  const begun = await throughOutages(() => beginCall(engine, job));
  if (!begun) return;
  const maxAttempts = engine.functions.get(begun.run.function_id)?.maxAttempts ?? UNKNOWN_FUNCTION_ATTEMPTS;
  const outcome = await callFunction(engine, begun.run, job, begun.steps, maxAttempts);
  await throughOutages(() => settleCall(engine, job, outcome, maxAttempts));
}

/**
 * Reads what the call needs and marks the run as running; null when there is nothing to call any more. Nothing is
 * locked: what changes meanwhile makes the claim stale, and then the call's result is not stored.
 */
async function beginCall(engine: Engine, job: JobRow): Promise<{ run: RunRow; steps: StepRow[] } | null> {
  const { rows } = await engine.database.query<RunRow & { now: Date }>(
    `select r.*, inngest_local.now() as now from inngest_local.job j join inngest_local.run r on r.id = j.run_id
     where j.id = $1 and j.fence = $2`,
    [job.id, job.fence],
  );
  const run = rows[0];
  if (!run) return null;
  const end = endBeforeCall(engine, run, job, run.now);
  if (end) await endHeld(engine, job, end);
  if (end) return null;
  if (run.status === "queued") await markStarted(engine, run, run.now);
  return { run, steps: await finishedSteps(engine.database, run.id) };
}

type End = (tx: Queryable, run: RunRow) => Promise<unknown>;

/** How a run ends instead of being called; null when it is called. */
function endBeforeCall(engine: Engine, run: RunRow, job: JobRow, now: Date): End | null {
  if (run.finish_by && run.finish_by <= now) return (tx) => cancelRun(tx, engine, run.id);
  if (job.losses <= MAX_LOSSES) return null;
  const message = `The process running this step was lost ${job.losses} times`;
  return (tx, locked) => failRun(tx, engine, locked, { name: "WorkerLost", message });
}

async function endHeld(engine: Engine, job: JobRow, end: End): Promise<void> {
  await transaction(engine.database, async (tx) => {
    const run = await lockRun(tx, job.run_id);
    if (run && isActive(run) && (await holdJob(tx, job))) await end(tx, run);
  });
}

async function markStarted(engine: Engine, run: RunRow, now: Date): Promise<void> {
  const limit = engine.functions.get(run.function_id)?.timeouts?.finish;
  const finishBy = limit ? new Date(now.getTime() + limit) : null;
  await engine.database.query(
    `with started as (
       update inngest_local.run set status = 'running', started_at = coalesce(started_at, $2), finish_by = $3
       where id = $1 and status = 'queued' returning id)
     insert into inngest_local.job (run_id, kind, lane, due_at)
     select id, 'expire-finish', '', $3 from started where $3::timestamptz is not null`,
    [run.id, now, finishBy],
  );
}
