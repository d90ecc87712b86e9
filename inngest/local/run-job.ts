import { callFunction } from "./call-function";
import { transaction } from "./database";
import { cancelRun, failRun } from "./end-run";
import { type Engine, isActive, type JobRow, type RunRow } from "./engine";
import { databaseNow, holdJob, queueTimer, removeJob } from "./queue";
import { settleCall } from "./settle-call";
import { finishedSteps, lockRun, type StepRow } from "./steps";
import { settleTimer } from "./timers";

/** Attempts of a function this process does not know, such as one removed by a deployment. */
const UNKNOWN_FUNCTION_ATTEMPTS = 4;
/** A job that took this many processes down with it is given up. */
const MAX_LOSSES = 25;

/** Does the work of one claimed job and stores what came of it. @throws when the database does */
export async function runJob(engine: Engine, job: JobRow): Promise<void> {
  if (job.kind !== "call") return settleTimer(engine, job);
  const begun = await beginCall(engine, job);
  if (!begun) return;
  const maxAttempts = engine.functions.get(begun.run.function_id)?.maxAttempts ?? UNKNOWN_FUNCTION_ATTEMPTS;
  const outcome = await callFunction(engine, begun.run, job, begun.steps, maxAttempts);
  await settleCall(engine, job, outcome, maxAttempts);
}

/** Reads what the call needs and marks the run as running; null when there is nothing to call any more. */
async function beginCall(engine: Engine, job: JobRow): Promise<{ run: RunRow; steps: StepRow[] } | null> {
  return transaction(engine.database, async (tx) => {
    const run = await lockRun(tx, job.run_id);
    if (!run || !(await holdJob(tx, job))) return null;
    if (!isActive(run)) {
      await removeJob(tx, job);
      return null;
    }
    const now = await databaseNow(tx);
    if (run.finish_by && run.finish_by <= now) {
      await cancelRun(tx, engine, run.id);
      return null;
    }
    if (job.losses > MAX_LOSSES) {
      const message = `The process running this step was lost ${job.losses} times`;
      await failRun(tx, engine, run, { name: "WorkerLost", message });
      return null;
    }
    if (run.status === "queued") await markStarted(engine, tx, run, now);
    return { run, steps: await finishedSteps(tx, run.id) };
  });
}

async function markStarted(
  engine: Engine,
  tx: Parameters<typeof lockRun>[0],
  run: RunRow,
  now: Date,
): Promise<void> {
  const limit = engine.functions.get(run.function_id)?.timeouts?.finish;
  const finishBy = limit ? new Date(now.getTime() + limit) : null;
  await tx.query(
    "update inngest_local.run set status = 'running', started_at = coalesce(started_at, $2), finish_by = $3 where id = $1",
    [run.id, now, finishBy],
  );
  if (finishBy) await queueTimer(tx, run, "expire-finish", finishBy);
}
