import { asJson, type Queryable } from "./database";
import type { RunRow } from "./engine";
import type { Op } from "./protocol";
import { queueCall } from "./queue";

/** What a step came to: its data, or the error its promise rejects with. */
export type StepResult = { data: unknown } | { error: unknown };

const RUN_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether text from outside can be the id of a run. */
export const isRunId = (text: string) => RUN_ID.test(text);

/** Locks a run until the transaction ends; null when it is gone. Always locked before its jobs. */
export async function lockRun(tx: Queryable, runId: string): Promise<RunRow | null> {
  if (!isRunId(runId)) return null;
  const { rows } = await tx.query<RunRow>("select * from inngest_local.run where id = $1 for update", [
    runId,
  ]);
  return rows[0] ?? null;
}

export interface StepDescription {
  id: string;
  op: string;
  name: string;
  race: boolean;
  /** As the SDK reports it of a step that ran. */
  timing?: Op["timing"];
}

/** Notes a step that is under way; false when it is already known, so that nothing is planned twice. */
export async function plan(tx: Queryable, run: RunRow, step: StepDescription): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into inngest_local.step as s (run_id, id, op, name, status, race, created_at)
     values ($1, $2, $3, $4, 'pending', $5, inngest_local.now())
     on conflict (run_id, id) do update set status = 'pending', op = excluded.op, race = excluded.race
       where s.status = 'retrying'`,
    [run.id, step.id, step.op, step.name, step.race],
  );
  return rowCount === 1;
}

/** Notes why a step will be tried again, for the operator's eyes. */
export async function noteRetry(
  tx: Queryable,
  run: RunRow,
  step: StepDescription,
  attempt: number,
  error: unknown,
) {
  await tx.query(
    `insert into inngest_local.step as s (run_id, id, op, name, status, attempt, error, race, created_at)
     values ($1, $2, $3, $4, 'retrying', $5, $6, $7, inngest_local.now() - $8 * interval '1 ms')
     on conflict (run_id, id) do update set attempt = excluded.attempt, error = excluded.error
       where s.status in ('pending', 'retrying')`,
    [run.id, step.id, step.op, step.name, attempt, json(error), step.race, sinceMs(step).began],
  );
}

/** Stores a step's result once; a second result for the same step changes nothing. */
export async function finishStep(tx: Queryable, run: RunRow, step: StepDescription, result: StepResult) {
  await tx.query(finishSql, [[run.id], asJson([resultRow(run.id, step, result)])]);
}

const finishSql = { name: "inngest_local.finish_steps", text: "select inngest_local.finish_steps($1, $2)" };

/** A step's result as `inngest_local.finish_steps` takes it. */
export function resultRow(
  runId: string,
  { id, op, name, race, ...step }: StepDescription,
  result: StepResult,
) {
  const outcome =
    "error" in result ? { data: null, error: json(result.error) } : { data: json(result.data), error: null };
  return { run_id: runId, id, op, name, race, ...sinceMs(step), ...outcome };
}

/** How long ago a step began and ended: ages, since the executor's clock may not be this process's. */
function sinceMs({ timing }: Pick<StepDescription, "timing">): { began: number; ended: number } {
  if (!timing) return { began: 0, ended: 0 };
  const ended = Math.max(0, Date.now() - (timing.a + timing.b) / 1e6);
  return { began: ended + Math.max(0, timing.b / 1e6), ended };
}

/** Gives a waiting step its result and lets the run go on; nothing happens when the step no longer waits. */
export async function resumeStep(
  tx: Queryable,
  run: RunRow,
  stepId: string,
  result: StepResult,
): Promise<void> {
  const { rows } = await tx.query<StepDescription>(
    "select id, op, name, race from inngest_local.step where run_id = $1 and id = $2 and status = 'pending'",
    [run.id, stepId],
  );
  const step = rows[0];
  if (!step) return;
  await finishStep(tx, run, step, result);
  await tx.query("delete from inngest_local.listener where run_id = $1 and step_id = $2", [run.id, stepId]);
  await tx.query("delete from inngest_local.job where run_id = $1 and step_id = $2", [run.id, stepId]);
  await proceed(tx, run, step.race);
}

/**
 * Queues the discovery of what comes next: once all parallel steps are done, or after each one that races.
 * A discovery that has not begun will see this result too, so one is enough.
 */
export async function proceed(tx: Queryable, run: RunRow, race: boolean): Promise<void> {
  const { rows } = await tx.query(
    `select from inngest_local.step where run_id = $1 and status = 'pending' and not $2
     union all
     select from inngest_local.job where run_id = $1 and kind = 'call' and step_id is null and lease_until is null limit 1`,
    [run.id, race],
  );
  if (rows.length === 0) await queueCall(tx, run, null);
}

/** JSON text for a column; what JSON cannot say (undefined) is null, as in the SDK. */
export const json = (value: unknown) => JSON.stringify(value ?? null);
