import { afterCommit, type Queryable } from "./database";
import type { Engine, RunRow, StepOutcome } from "./engine";
import type { Op } from "./protocol";

const OUTCOMES: Record<string, StepOutcome> = {
  StepRun: "completed",
  Step: "completed",
  StepFailed: "failed",
  StepError: "failed",
};

/** The attempt at a step that some operations report; null of the others. */
export function outcomeOf(op: Op, retried: boolean): { outcome: StepOutcome; ms: number | null } | null {
  const outcome = retried ? "retrying" : OUTCOMES[op.op];
  return outcome ? { outcome, ms: op.timing ? op.timing.b / 1e6 : null } : null;
}

/** Tells of an attempt at a step, once it is stored. */
export function observeStep(tx: Queryable, engine: Engine, run: RunRow, op: Op, retried: boolean): void {
  const step = outcomeOf(op, retried);
  if (engine.observer && step)
    afterCommit(tx, () => engine.observer?.stepEnded({ functionId: run.function_id, ...step }));
}
