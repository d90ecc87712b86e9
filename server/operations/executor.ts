import type { FunctionView, RunState, StepView } from "./contract";

export type RunFilter = {
  status?: RunState | undefined;
  retrying?: boolean | undefined;
  functionId?: string | undefined;
  organizationId?: string | undefined;
  eventId?: string | undefined;
  recordId?: string | undefined;
  before?: { createdAt: Date; id: string } | undefined;
  limit?: number | undefined;
};

export type RunFacts = {
  id: string;
  functionId: string;
  status: RunState;
  eventName: string;
  organizationId: string | null;
  error: unknown;
  stepError: unknown;
  underWay: boolean;
  failures: number;
  nextAt: Date | null;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
};

export type StepFacts = {
  id: string;
  name: string;
  operation: string;
  status: Exclude<StepView["status"], "stopped">;
  data: unknown;
  error: unknown;
  attempt: number;
  createdAt: Date;
  endedAt: Date | null;
  dueAt: Date | null;
  eventName: string | null;
  invokedRunId: string | null;
};

export type RunWithSteps = RunFacts & {
  event: { id: string; name: string; data: Record<string, unknown>; ts: number };
  eventId: string | null;
  output: unknown;
  parentRunId: string | null;
  steps: StepFacts[];
};

/** What operations need of the engine that runs the functions; the side that owns the engine hands it in. */
export interface Executor {
  now(): Promise<Date>;
  stats(): Promise<{
    queueDepth: number;
    lagMs: number;
    running: number;
    waiting: number;
    failed: number;
  }>;
  counts(): Promise<Partial<Record<RunState, number>>>;
  functions(): Promise<FunctionView[]>;
  list(filter: RunFilter): Promise<RunFacts[]>;
  get(id: string): Promise<RunWithSteps | null>;
  /** False when the run has not failed. */
  retry(id: string): Promise<boolean>;
  /** False when the run is not under way. */
  cancel(id: string): Promise<boolean>;
  /** The new run's id; null when flow control skips it or its function is gone. */
  replay(id: string): Promise<string | null>;
}
