import { backoffMs } from "./backoff";
import type { Outcome, Retry } from "./call-function";
import { afterCommit, type Queryable, transaction } from "./database";
import { completeRun, failRun, isHeard } from "./end-run";
import { type Engine, isActive, type JobRow, type PlainOutcome, type RunRow, type Taken } from "./engine";
import { jsonBytes, LIMITS } from "./limits";
import { observeStep } from "./observer";
import { carryOut, describe, Refusal } from "./operations";
import { plainOutcome } from "./plain-outcome";
import type { Op } from "./protocol";
import { databaseNow, forgiveLosses, holdJob, removeJob, retryJob } from "./queue";
import { finishStep, isRunId, json, lockRun, noteRetry, proceed } from "./steps";

/**
 * Writes what a call came to and what follows from it in one transaction, unless the claim has gone stale. Returns
 * whether something may follow: an end that nobody else hears of sets nothing going.
 */
export async function settleCall(
  engine: Engine,
  { job, run: called }: Taken,
  outcome: Outcome,
  maxAttempts: number,
): Promise<boolean> {
  const plain = ending(engine, called, job, outcome);
  if (plain && (await engine.settling.add(plain))) return false;
  await transaction(engine.database, async (tx) => {
    const run = await lockRun(tx, job.run_id);
    if (!run || !(await holdJob(tx, job))) return;
    if (!isActive(run)) return removeJob(tx, job);
    if (outcome.kind === "completed") return complete(tx, engine, run, outcome.output);
    const last = job.attempt + 1 >= maxAttempts;
    if (outcome.kind === "ops") return settleOps(tx, engine, run, job, outcome, last);
    if (engine.observer) afterCommit(tx, () => engine.observer?.callFailed({ functionId: run.function_id }));
    if (last || outcome.retry === "never") return failRun(tx, engine, run, outcome.error);
    // For the operator's eyes: of a failed step the step says why, of a failed function nothing else would.
    await tx.query("update inngest_local.run set error = $2 where id = $1", [run.id, json(outcome.error)]);
    await retryJob(tx, job, await retryAt(tx, job, outcome.retry));
  });
  return true;
}

/** The plain form of a call that ends a run which nobody else hears of; null for all others. */
function ending(engine: Engine, run: RunRow, job: JobRow, outcome: Outcome): PlainOutcome | null {
  if (outcome.kind === "failed" || run.parent_run_id || isHeard(engine, "inngest/function.finished"))
    return null;
  const ops = outcome.kind === "ops" ? outcome.ops : [{ id: "", op: "RunComplete", data: outcome.output }];
  const plain = plainOutcome(run.id, job, ops, outcome.kind === "ops" && outcome.race);
  return plain?.output === null ? null : plain;
}

/** Stores the steps of a checkpoint; false when the run must not go on: its claim has gone stale or it was refused. */
export async function settleCheckpoint(
  engine: Engine,
  runId: string,
  claim: Pick<JobRow, "id" | "fence">,
  ops: Op[],
): Promise<boolean> {
  const plain = isRunId(runId) ? plainOutcome(runId, claim, ops, false) : null;
  if (plain?.output === null && (await engine.settling.add(plain))) return true;
  return transaction(engine.database, async (tx) => {
    const run = await lockRun(tx, runId);
    if (!run || !isActive(run) || !(await holdJob(tx, claim))) return false;
    for (const op of ops) {
      observeStep(tx, engine, run, op, false);
      const refusal = await refusalOf(() => carryOut(tx, engine, run, op, false));
      if (!refusal) continue;
      await failRun(tx, engine, run, refusal);
      return false;
    }
    await forgiveLosses(tx, claim);
    return true;
  });
}

async function settleOps(
  tx: Queryable,
  engine: Engine,
  run: RunRow,
  job: JobRow,
  { ops, retry, race }: Extract<Outcome, { kind: "ops" }>,
  last: boolean,
): Promise<void> {
  const racing = race || ops.some((op) => op.opts?.parallelMode === "race");
  if (racing && ops.length > 1 && !run.plan_only)
    await tx.query("update inngest_local.run set plan_only = true where id = $1", [run.id]);
  let failed = false;
  for (const op of ops) {
    if (op.op === "RunComplete") return complete(tx, engine, run, op.data);
    const retried = op.op === "StepError" && !last && retry !== "never";
    observeStep(tx, engine, run, op, retried);
    if (retried) {
      await noteRetry(tx, run, describe(op, racing), job.attempt + 1, op.error);
      failed = true;
    } else if (op.op === "StepError") {
      await finishStep(tx, run, describe(op, racing), { error: op.error });
    } else {
      const refusal = await refusalOf(() => carryOut(tx, engine, run, op, racing));
      if (refusal) return failRun(tx, engine, run, refusal);
    }
  }
  if (failed) return retryJob(tx, job, await retryAt(tx, job, retry));
  await removeJob(tx, job);
  const excess = await overLimit(tx, run);
  if (excess) return failRun(tx, engine, run, excess);
  await proceed(tx, run, await isRace(tx, run, job));
}

async function complete(tx: Queryable, engine: Engine, run: RunRow, output: unknown): Promise<void> {
  if (jsonBytes(output) <= LIMITS.stepBytes) return completeRun(tx, engine, run, output);
  const message = `The function returned more than ${LIMITS.stepBytes} bytes`;
  await failRun(tx, engine, run, { name: "OutputTooLarge", message });
}

/** The refusal some work ends in, as it is stored; null when it succeeds. */
async function refusalOf(work: () => Promise<void>): Promise<{ name: string; message: string } | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return { name: error.name, message: error.message };
    throw error;
  }
}

async function retryAt(tx: Queryable, job: JobRow, retry: Retry): Promise<Date> {
  if (typeof retry === "object" && "at" in retry) return retry.at;
  const wait = typeof retry === "object" ? retry.afterMs : backoffMs(job.attempt);
  return new Date((await databaseNow(tx)).getTime() + wait);
}

async function isRace(tx: Queryable, run: RunRow, job: JobRow): Promise<boolean> {
  if (job.step_id === null) return false;
  const { rows } = await tx.query<{ race: boolean }>(
    "select race from inngest_local.step where run_id = $1 and id = $2",
    [run.id, job.step_id],
  );
  return rows[0]?.race ?? false;
}

async function overLimit(tx: Queryable, run: RunRow): Promise<{ name: string; message: string } | null> {
  const { rows } = await tx.query<{ steps: number; bytes: number }>(
    `select count(*)::int as steps, coalesce(sum(octet_length(data::text)), 0)::float8 as bytes
     from inngest_local.step where run_id = $1`,
    [run.id],
  );
  const { steps = 0, bytes = 0 } = rows[0] ?? {};
  if (steps > LIMITS.steps)
    return { name: "StepLimit", message: `More than ${LIMITS.steps} steps in one run` };
  if (bytes > LIMITS.stateBytes)
    return { name: "StateLimit", message: `State over ${LIMITS.stateBytes} bytes` };
  return null;
}
