import { z } from "zod";
import type { Fault, Phase, Readable, RunAction, RunState, StepKind } from "./contract";
import type { RunFacts, StepFacts } from "./executor";

const longest = 20_000;

/** What is happening to a run now: what the state alone does not say of a run under way. */
export function phaseOf(
  run: Pick<RunFacts, "status" | "underWay" | "failures" | "nextAt">,
  now: Date,
): Phase {
  if (run.status !== "queued" && run.status !== "running") return run.status;
  if (run.underWay) return "running";
  if (run.failures > 0) return "retrying";
  if (run.status === "queued") return "queued";
  return run.nextAt && run.nextAt <= now ? "queued" : "waiting";
}

/** Why a run failed, or why its last attempt did; null while nothing is wrong with it. */
export function troubleOf(run: Pick<RunFacts, "error" | "stepError">, phase: Phase): Fault | null {
  if (phase === "failed") return faultOf(run.error);
  return phase === "retrying" ? faultOf(run.stepError ?? run.error) : null;
}

const possible: Record<RunState, RunAction[]> = {
  queued: ["cancel"],
  running: ["cancel"],
  completed: ["replay"],
  failed: ["retry", "replay"],
  cancelled: ["replay"],
};

/** What may be done with a run in this state. */
export const actionsFor = (state: RunState): RunAction[] => possible[state];

/** An error as it was stored, in parts a person can read; null when there is none. */
export function faultOf(error: unknown): Fault | null {
  if (error === null || error === undefined) return null;
  if (typeof error === "string") return { name: "Error", message: error, stack: null };
  if (typeof error !== "object") return { name: "Error", message: readable(error).text, stack: null };
  const part = (key: string) => {
    const value: unknown = Reflect.get(error, key);
    return typeof value === "string" && value !== "" ? value : null;
  };
  const message = part("message") ?? part("error");
  if (message === null) return { name: part("name") ?? "Error", message: readable(error).text, stack: null };
  return { name: part("name") ?? "Error", message, stack: part("stack") };
}

/** A value as indented JSON, cut where it gets too long to look at. */
export function readable(value: unknown): Readable {
  const text = JSON.stringify(value ?? null, null, 2);
  return text.length > longest ? { text: text.slice(0, longest), cut: true } : { text, cut: false };
}

const kinds: Record<string, StepKind> = {
  StepRun: "run",
  Step: "run",
  StepError: "run",
  StepFailed: "run",
  StepPlanned: "run",
  Sleep: "sleep",
  WaitForEvent: "wait",
  InvokeFunction: "invoke",
};

/** What a step does; `sendEvent` is an ordinary step to the engine, known by what it leaves behind. */
export function kindOf(step: Pick<StepFacts, "operation" | "data">): StepKind {
  return sentBy(step).length > 0 ? "send" : (kinds[step.operation] ?? "other");
}

/** Ids of the events a step sent: all that `sendEvent` leaves behind. */
export function sentBy({ data }: Pick<StepFacts, "data">): string[] {
  const sent = Sent.safeParse(data);
  return sent.success ? sent.data.ids : [];
}

const Sent = z.strictObject({ ids: z.array(z.string()) });

/** Attempts made: the failed ones before, and the one that ended the step. */
export function attemptsOf(step: Pick<StepFacts, "status" | "attempt">): number {
  return step.status === "completed" || step.status === "failed" ? step.attempt + 1 : step.attempt;
}
