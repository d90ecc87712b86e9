import { afterCommit, type Queryable } from "./database";
import type { Engine, RunRow, StepOutcome } from "./engine";
import type { Op } from "./protocol";

const OUTCOMES: Record<string, StepOutcome> = {
  StepRun: "completed",
  Step: "completed",
  StepFailed: "failed",
  StepError: "failed",
};

/** Tells of an attempt at a step, which is what some operations report; of the others there is nothing to tell. */
export function observeStep(tx: Queryable, engine: Engine, run: RunRow, op: Op, retried: boolean): void {
  const outcome = retried ? "retrying" : OUTCOMES[op.op];
  if (!engine.observer || !outcome) return;
  const ms = op.timing ? op.timing.b / 1e6 : null;
  afterCommit(tx, () => engine.observer?.stepEnded({ functionId: run.function_id, outcome, ms }));
}
