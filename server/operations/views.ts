import type { RunView, StepView } from "./contract";
import type { RunFacts, StepFacts } from "./executor";
import { attemptsOf, faultOf, kindOf, phaseOf, readable, sentBy, troubleOf } from "./rules";

/** A run as a list shows it. */
export function runView(run: RunFacts, names: Map<string, string>, now: Date): RunView {
  const { id, functionId, eventName, organizationId, createdAt, startedAt, endedAt } = run;
  const phase = phaseOf(run, now);
  return {
    id,
    functionId,
    eventName,
    createdAt,
    startedAt,
    endedAt,
    state: run.status,
    phase,
    organization: organizationId ? { id: organizationId, name: names.get(organizationId) ?? null } : null,
    fault: troubleOf(run, phase),
    failures: run.failures,
    nextAt: run.nextAt,
  };
}

/** A step as the timeline shows it; one that was under way when its run ended was stopped with it. */
export function stepView(step: StepFacts, runEndedAt: Date | null): StepView {
  const { id, name, createdAt, dueAt, eventName, invokedRunId } = step;
  const stopped = runEndedAt !== null && (step.status === "pending" || step.status === "retrying");
  const status = stopped ? "stopped" : step.status;
  const endedAt = stopped ? runEndedAt : step.endedAt;
  return {
    id,
    name,
    status,
    endedAt,
    dueAt,
    eventName,
    invokedRunId,
    sentEventIds: sentBy(step),
    startedAt: createdAt,
    kind: kindOf(step),
    attempts: attemptsOf(step),
    output: status === "completed" && step.data !== null ? readable(step.data) : null,
    fault: faultOf(step.error),
  };
}
