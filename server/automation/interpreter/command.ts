import type { Json } from "./definition";
import type { Miss } from "./explain";
import type { Fault } from "./state";

type At = { block: string; visit: number };

export type LogStatus = "ran" | "waiting" | "failed" | "stopped" | "skipped";

export type LogCommand = At & {
  type: "log";
  status: LogStatus;
  origin: string | null;
  /** The action's type; null for waits and conditions. */
  action: string | null;
  summary?: string;
  misses?: Miss[];
  error?: Fault;
  dueAt?: string | null;
};

/** What the interpreter asks of the world, in order. */
export type Command =
  | (At & {
      type: "effect";
      attempt: number;
      action: string;
      params: Record<string, Json>;
      origin: string | null;
    })
  | (At & { type: "setTimer"; dueAt: string })
  /** `fired` when its time came, otherwise it is no longer wanted. */
  | (At & { type: "clearTimer"; fired: boolean })
  | (At & { type: "decide"; origin: string | null; matched: boolean; misses: Miss[] })
  | LogCommand
  | { type: "end"; status: "done" | "failed" | "stopped"; reason: string | null };
