import { z } from "zod";
import { text } from "@/server/platform/text";

export const runStates = ["queued", "running", "completed", "failed", "cancelled"] as const;
export type RunState = (typeof runStates)[number];

/** What one can look for: the states, and those that have failed and will try again. */
export const runFilters = [...runStates, "retrying"] as const;

/** What an operator may do with a run. */
export const runActions = ["retry", "cancel", "replay"] as const;
export type RunAction = (typeof runActions)[number];

const word = text(200)
  .transform((value) => value || undefined)
  .optional();
const cursor = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)~([0-9a-f-]{36})$/;

/** A page of runs. `organization` is an id or an address, `record` the id of a record named in the event, `event` either id of one. */
export const RunQuery = z.object({
  state: z.enum(runFilters).optional(),
  function: word,
  organization: word,
  record: word,
  event: word,
  before: z.string().regex(cursor).optional(),
});
export type RunQuery = z.infer<typeof RunQuery>;

/** Which run a page begins after; null when the text is no cursor. */
export function readCursor(before: string | undefined): { createdAt: Date; id: string } | null {
  const [, at, id] = cursor.exec(before ?? "") ?? [];
  return at && id ? { createdAt: new Date(at), id } : null;
}

/** What is happening to a run, in the words an operator thinks in. */
export type Phase = "queued" | "running" | "retrying" | "waiting" | "completed" | "failed" | "cancelled";

export type Fault = { name: string; message: string; stack: string | null };

/** JSON for human eyes; `cut` when there was more than a screen can bear. */
export type Readable = { text: string; cut: boolean };

export type Trigger = { event: string; expression: string | null } | { cron: string };

export type FunctionView = {
  id: string;
  name: string;
  triggers: Trigger[];
  maxAttempts: number;
  /** Created in the last 24 hours, and of them: failed for good, the latest. */
  runs: number;
  failed: number;
  lastRunAt: Date | null;
};

export type RunView = {
  id: string;
  functionId: string;
  phase: Phase;
  state: RunState;
  eventName: string;
  organization: { id: string; name: string | null } | null;
  /** Why it failed for good, or why its last attempt did. */
  fault: Fault | null;
  /** Failed attempts in a row of what it does now. */
  failures: number;
  /** When it is due to go on; null when it has ended or waits for another run. */
  nextAt: Date | null;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
};

export type RunPage = { runs: RunView[]; next: string | null; now: Date };

export type StepKind = "run" | "sleep" | "wait" | "invoke" | "send" | "other";

export type StepView = {
  id: string;
  name: string;
  kind: StepKind;
  /** `stopped`: the run ended before the step did. */
  status: "pending" | "retrying" | "completed" | "failed" | "stopped";
  /** Attempts made so far. */
  attempts: number;
  startedAt: Date;
  endedAt: Date | null;
  /** When it sleeps or waits until. */
  dueAt: Date | null;
  /** The event it waits for. */
  eventName: string | null;
  /** The run it started and waits for, and the events it sent. */
  invokedRunId: string | null;
  sentEventIds: string[];
  output: Readable | null;
  fault: Fault | null;
};

export type RunDetailsView = RunView & {
  eventId: string | null;
  parentRunId: string | null;
  maxAttempts: number | null;
  event: { id: string; name: string; at: Date | null; data: Readable };
  output: Readable | null;
  steps: StepView[];
  may: RunAction[];
  now: Date;
};

export type Overview = {
  /** Calls due and not taken up, and how long the oldest of them has been due. */
  queueDepth: number;
  lagMs: number;
  running: number;
  waiting: number;
  failedToday: number;
  states: Record<RunState, number>;
  /** The latest of those whose last attempt failed and of those that failed for good. */
  retrying: RunView[];
  failed: RunView[];
  functions: number;
  now: Date;
};

/** What an action came to: nothing when the run had changed meanwhile, else the run to look at, a new one after a replay. */
export type Acted = { done: true; runId: string } | { done: false };
