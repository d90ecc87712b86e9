import { afterCommit, one, type Queryable } from "./database";
import { type Engine, isActive, type RunRow } from "./engine";
import { json, lockRun, resumeStep, type StepResult } from "./steps";

type Ending = { status: "completed"; output: unknown } | { status: "failed" | "cancelled"; error: unknown };

/** Ends a run with its return value. */
export const completeRun = (tx: Queryable, engine: Engine, run: RunRow, output: unknown) =>
  endRun(tx, engine, run, { status: "completed", output });

/** Ends a run whose retries are spent; `onFailure` hears of it by `inngest/function.failed`. */
export const failRun = (tx: Queryable, engine: Engine, run: RunRow, error: unknown) =>
  endRun(tx, engine, run, { status: "failed", error });

/** Stops a run between steps; false when it is not under way. A step that is running ends unheard. */
export async function cancelRun(tx: Queryable, engine: Engine, runId: string): Promise<boolean> {
  const run = await lockRun(tx, runId);
  if (!run || !isActive(run)) return false;
  const error = { name: "Error", message: "function cancelled" };
  await endRun(tx, engine, run, { status: "cancelled", error });
  return true;
}

async function endRun(tx: Queryable, engine: Engine, run: RunRow, ending: Ending): Promise<void> {
  const completed = ending.status === "completed";
  const { ms } = await one<{ ms: number }>(
    tx,
    `with jobs as (delete from inngest_local.job where run_id = $1),
       listeners as (delete from inngest_local.listener where run_id = $1)
     update inngest_local.run set status = $2, output = $3, error = $4, ended_at = inngest_local.now() where id = $1
     returning coalesce(extract(epoch from ended_at - started_at) * 1000, 0)::float8 as ms`,
    [run.id, ending.status, completed ? json(ending.output) : null, completed ? null : json(ending.error)],
  );
  if (engine.observer) {
    const ended = { functionId: run.function_id, outcome: ending.status, ms };
    afterCommit(tx, () => engine.observer?.runEnded(ended));
  }
  await tellParent(tx, run, completed ? { data: ending.output } : { error: ending.error });
  await tellOthers(tx, engine, run, ending);
}

async function tellParent(tx: Queryable, run: RunRow, result: StepResult): Promise<void> {
  if (!run.parent_run_id || !run.parent_step_id) return;
  const parent = await lockRun(tx, run.parent_run_id);
  if (parent && isActive(parent)) await resumeStep(tx, parent, run.parent_step_id, result);
}

/** Inngest's system events; `finished` is recorded only where a function is triggered by it. */
async function tellOthers(tx: Queryable, engine: Engine, run: RunRow, ending: Ending): Promise<void> {
  const outcome = ending.status === "completed" ? { result: ending.output ?? null } : { error: ending.error };
  const data = { function_id: run.function_id, run_id: run.id, event: run.event, ...outcome };
  const names = ["inngest/function.finished"];
  if (ending.status !== "completed") names.unshift(`inngest/function.${ending.status}`);
  const heard = names.filter((name) => name !== "inngest/function.finished" || isHeard(engine, name));
  if (heard.length > 0)
    await engine.record(
      tx,
      heard.map((name) => ({ name, data })),
    );
}

/** Whether an event with this name starts a function. */
export function isHeard(engine: Engine, name: string): boolean {
  return [...engine.functions.values()].some(({ triggers }) =>
    triggers.some((trigger) => "event" in trigger && trigger.event === name),
  );
}
