import { callFunction } from "./call-function";
import { type Queryable, throughOutages, transaction } from "./database";
import { cancelRun, failRun } from "./end-run";
import { type Engine, isActive, type JobRow, type RunRow, type Taken } from "./engine";
import { holdJob } from "./queue";
import { settleCall } from "./settle-call";
import { lockRun } from "./steps";
import { settleTimer } from "./timers";

/** Attempts of a function this process does not know, such as one removed by a deployment. */
const UNKNOWN_FUNCTION_ATTEMPTS = 4;
/** A job lost this often is given up: by the waits between losses that is over ten hours in which it never got on. */
const MAX_LOSSES = 25;

/**
 * Does the work of one claimed job and stores what came of it. Every part that touches the database is safe to do
 * twice, since what is stored once makes the claim stale. Returns whether there may be more to do now, for this run or
 * others. @throws when the database stays away
 */
export async function runJob(engine: Engine, taken: Taken): Promise<boolean> {
  const { job, run, now } = taken;
  if (job.kind !== "call") {
    await throughOutages(() => settleTimer(engine, job));
    return true;
  }
  const config = engine.functions.get(run.function_id);
  const end = endBeforeCall(engine, run, job, now);
  if (end) {
    await throughOutages(() => endHeld(engine, job, end));
    return true;
  }
  const limit = run.finish_by ? undefined : config?.timeouts?.finish;
  if (run.status === "queued" || limit) await throughOutages(() => markStarted(engine, run, limit));
  const maxAttempts = config?.maxAttempts ?? UNKNOWN_FUNCTION_ATTEMPTS;
  const outcome = await callFunction(engine, taken, maxAttempts);
  return throughOutages(() => settleCall(engine, taken, outcome, maxAttempts));
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

/** Marks a run that the claim could not mark, and sets the time by which it has to end. */
async function markStarted(engine: Engine, run: RunRow, limit: number | undefined): Promise<void> {
  await engine.database.query(
    `with started as (
       update inngest_local.run set status = 'running', started_at = coalesce(started_at, inngest_local.now()),
         finish_by = inngest_local.now() + $2 * interval '1 ms'
       where id = $1 and finish_by is null and status in ('queued', 'running') returning id, lane, finish_by)
     insert into inngest_local.job (run_id, kind, lane, due_at)
     select id, 'expire-finish', lane, finish_by from started where finish_by is not null`,
    [run.id, limit ?? null],
  );
}
