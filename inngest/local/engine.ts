import type { Database, Queryable } from "./database";
import type { FunctionConfig } from "./function-config";
import type { Gathering } from "./gathering";

/** Structured log lines, as pino writes them. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Hears what happened, once it is committed; for metrics. It must be quick and must not throw. */
export interface Observer {
  /** `ms` from a run's first call to its end; 0 when it was never called. */
  runEnded(run: { functionId: string; outcome: "completed" | "failed" | "cancelled"; ms: number }): void;
  /** An attempt at a step, `ms` long; null when the SDK did not say. */
  stepEnded(step: { functionId: string; outcome: StepOutcome; ms: number | null }): void;
  /** A call failed outside of its steps, or let a step's error through. */
  callFailed(call: { functionId: string }): void;
}

export type StepOutcome = "completed" | "failed" | "retrying";

/** What every part of the executor shares. */
export interface Engine {
  readonly database: Database;
  /** The app's own Inngest endpoint, called in-process. */
  readonly handler: (request: Request) => Promise<Response>;
  readonly functions: Map<string, FunctionConfig>;
  readonly logger: Logger;
  /** Null while nobody measures. */
  observer: Observer | null;
  /** Stores what calls came to, many together. */
  readonly settling: Gathering<PlainOutcome>;
  /** Records the executor's own events (`inngest/…`) and what they set going. */
  record(tx: Queryable, events: { name: string; data: Record<string, unknown> }[]): Promise<void>;
  /** Tells the worker of this process that there may be work. */
  wake(): void;
}

/** Runs and jobs as stored. */
export interface RunRow {
  id: string;
  function_id: string;
  status: "queued" | "running" | "completed" | "failed" | "cancelled";
  event_id: string | null;
  event: EventPayload;
  lane: string;
  queue: string[];
  lanes: string[];
  limits: number[];
  plan_only: boolean;
  parent_run_id: string | null;
  parent_step_id: string | null;
  started_at: Date | null;
  finish_by: Date | null;
}

export interface JobRow {
  /** A bigint as text, as is the fence. */
  id: string;
  run_id: string;
  kind: "call" | "wake" | "expire-start" | "expire-finish";
  step_id: string | null;
  attempt: number;
  fence: string;
  losses: number;
}

export interface StepRow {
  id: string;
  status: "pending" | "retrying" | "completed" | "failed";
  data: unknown;
  error: unknown;
}

/** A claimed job with what its call needs: the run, the steps whose results are known in their order, and the time. */
export interface Taken {
  job: JobRow;
  run: RunRow;
  steps: StepRow[];
  now: Date;
}

/** What most calls and checkpoints come to: steps that ran, and perhaps the run's end. */
export interface PlainOutcome {
  claim: Pick<JobRow, "id" | "fence">;
  runId: string;
  /** The run's return value as JSON; null while it goes on. */
  output: string | null;
  /** Rows for `inngest_local.finish_steps`. */
  results: object[];
  told: { outcome: StepOutcome; ms: number | null }[];
}

/** An event as functions see it. */
export interface EventPayload {
  id: string;
  name: string;
  data: Record<string, unknown>;
  ts: number;
  [key: string]: unknown;
}

export const isActive = (run: RunRow) => run.status === "queued" || run.status === "running";
