import { type Queryable, transaction } from "./database";
import { cancelRun } from "./end-run";
import { type Engine, isActive, type JobRow, type RunRow } from "./engine";
import { databaseNow, holdJob, queueTimer, removeJob } from "./queue";
import { lockRun, resumeStep, type StepResult } from "./steps";

/** A run past its finish timeout whose call is under way may still succeed: look again after this long. */
const LOOK_AGAIN_MS = 2_000;

/** Carries out a timer that fell due: a sleep is over, a wait or an invocation timed out, a run took too long. */
export async function settleTimer(engine: Engine, job: JobRow): Promise<void> {
  await transaction(engine.database, async (tx) => {
    const run = await lockRun(tx, job.run_id);
    if (!run || !(await holdJob(tx, job))) return;
    await removeJob(tx, job);
    if (!isActive(run)) return;
    if (job.kind === "wake" && job.step_id !== null) return wake(tx, run, job.step_id);
    if (job.kind === "expire-start" && run.status !== "queued") return;
    if (job.kind === "expire-finish" && (await isCalled(tx, run))) {
      const later = new Date((await databaseNow(tx)).getTime() + LOOK_AGAIN_MS);
      return queueTimer(tx, run, "expire-finish", later);
    }
    await cancelRun(tx, engine, run.id);
  });
}

async function wake(tx: Queryable, run: RunRow, stepId: string): Promise<void> {
  const { rows } = await tx.query<{ op: string }>(
    "select op from inngest_local.step where run_id = $1 and id = $2",
    [run.id, stepId],
  );
  await resumeStep(tx, run, stepId, rows[0]?.op === "InvokeFunction" ? INVOKE_TIMEOUT : { data: null });
}

const INVOKE_TIMEOUT: StepResult = {
  error: {
    name: "InngestInvokeTimeoutError",
    message: "Timed out waiting for the invoked function to complete",
  },
};

async function isCalled(tx: Queryable, run: RunRow): Promise<boolean> {
  const { rows } = await tx.query(
    "select from inngest_local.job where run_id = $1 and kind = 'call' and lease_until is not null limit 1",
    [run.id],
  );
  return rows.length > 0;
}
