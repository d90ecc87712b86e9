import type { Json } from "./definition";

export type RunStatus = "ready" | "running" | "done" | "failed" | "stopped";

/** Why something failed: an error's code with what its text needs. */
export type Fault = { code: string; data: Record<string, string | number> };

/** How an effect ended. `retriable` says that the same call may succeed later. */
export type Outcome =
  | { ok: true; result: Json; summary?: string }
  | { ok: false; error: Fault; retriable: boolean };

type Common = { block: string; visit: number };

export type SequenceFrame = Common & { type: "sequence"; index: number; child: Frame };
/** `chosen` is a branch's place, or `else`. */
export type IfFrame = Common & { type: "if"; chosen: number | "else"; child: Frame };
/** A finished branch is null. */
export type ParallelFrame = Common & { type: "parallel"; branches: (Frame | null)[] };
/** `dueAt` is null while the date it hangs on is empty. */
export type DelayFrame = Common & { type: "delay"; dueAt: string | null };
export type ActionFrame = Common & {
  type: "action";
  attempt: number;
  outcome: Outcome | null;
  retryAt: string | null;
};

/** Where execution stands: a tree in the shape of the blocks that are open. */
export type Frame = SequenceFrame | IfFrame | ParallelFrame | DelayFrame | ActionFrame;

/** A failed action that the run went past; a person may ask for it again. */
export type Failure = { block: string; visit: number; attempt: number; pending: boolean };

/** Everything a run knows, as plain JSON. */
export type RunState = {
  status: RunStatus;
  params: Record<string, Json>;
  variables: Record<string, Json>;
  results: Record<string, Json>;
  visits: Record<string, number>;
  root: Frame | null;
  failures: Failure[];
};

/** A run that has not started. */
export function initialState(params: Record<string, Json> = {}): RunState {
  return { status: "ready", params, variables: {}, results: {}, visits: {}, root: null, failures: [] };
}

/** The open frames that wait for something: delays and actions. */
export function leavesOf(frame: Frame | null): (DelayFrame | ActionFrame)[] {
  if (!frame) return [];
  if (frame.type === "parallel") return frame.branches.flatMap(leavesOf);
  if (frame.type === "sequence" || frame.type === "if") return leavesOf(frame.child);
  return [frame];
}
