import { logOutcome, order } from "./blocks/action";
import type { ActionBlock, Json } from "./definition";
import type { Draft } from "./draft";
import type { Signal } from "./signal";
import { type ActionFrame, leavesOf } from "./state";

type Address = { block: string; visit: number; attempt: number };

/** Writes a signal into the state, before the run looks where it can go. One that fits nothing is dropped. */
export function receive(draft: Draft, signal: Signal): void {
  const receivers: { [T in Signal["type"]]: (signal: Extract<Signal, { type: T }>) => void } = {
    start: () => start(draft),
    tick: () => undefined,
    reply: (reply) => takeReply(draft, reply),
    retry: (retry) => takeRetry(draft, retry),
    stop: ({ reason }) => stop(draft, reason),
  };
  const receiver = receivers[signal.type] as (signal: Signal) => void;
  receiver(signal);
}

function start(draft: Draft): void {
  const { state, definition } = draft;
  if (state.status !== "ready") return;
  state.status = "running";
  const defaults = (declared: Record<string, { default?: Json | undefined }>) =>
    Object.fromEntries(Object.entries(declared).map(([key, { default: value }]) => [key, value ?? null]));
  state.params = { ...defaults(definition.params), ...state.params };
  state.variables = { ...defaults(definition.variables), ...state.variables };
}

function stop(draft: Draft, reason: string): void {
  if (draft.state.status !== "running" && draft.state.status !== "ready") return;
  draft.state.status = "stopped";
  draft.reason = reason;
}

function takeReply(draft: Draft, reply: Extract<Signal, { type: "reply" }>): void {
  const frame = openAction(draft, reply);
  if (!frame) return takeLateReply(draft, reply);
  if (frame.outcome !== null || frame.retryAt !== null || frame.attempt !== reply.attempt) return;
  frame.outcome = reply.outcome;
  // An effect already under way when its run ended still happened: the log must say so.
  if (draft.state.status !== "running")
    logOutcome(draft, actionOf(draft, reply.block), reply.visit, reply.outcome);
}

/** The answer to a retry of something the run has long gone past. */
function takeLateReply(draft: Draft, reply: Extract<Signal, { type: "reply" }>): void {
  const failure = failureAt(draft, reply);
  if (!failure?.pending || failure.attempt !== reply.attempt) return;
  logOutcome(draft, actionOf(draft, reply.block), reply.visit, reply.outcome);
  failure.pending = false;
  if (!reply.outcome.ok) return;
  draft.state.results[reply.block] = reply.outcome.result;
  draft.state.failures = draft.state.failures.filter((other) => other !== failure);
}

function takeRetry(draft: Draft, retry: Address): void {
  const frame = openAction(draft, retry);
  if (frame) return retryOpen(draft, frame, retry);
  const failure = failureAt(draft, retry);
  if (!failure || failure.pending || failure.attempt !== retry.attempt) return;
  failure.pending = true;
  failure.attempt += 1;
  order(draft, actionOf(draft, retry.block), failure);
}

// The run failed here; the retry brings it back to life.
function retryOpen(draft: Draft, frame: ActionFrame, retry: Address): void {
  const failed = draft.state.status === "failed" && frame.outcome !== null && !frame.outcome.ok;
  if (!failed || frame.attempt !== retry.attempt) return;
  draft.state.status = "running";
  frame.outcome = null;
  frame.attempt += 1;
  order(draft, actionOf(draft, frame.block), frame);
}

function openAction(
  draft: Draft,
  { block, visit }: { block: string; visit: number },
): ActionFrame | undefined {
  return leavesOf(draft.state.root).find(
    (leaf): leaf is ActionFrame => leaf.type === "action" && leaf.block === block && leaf.visit === visit,
  );
}

function failureAt(draft: Draft, { block, visit }: { block: string; visit: number }) {
  return draft.state.failures.find((failure) => failure.block === block && failure.visit === visit);
}

function actionOf(draft: Draft, id: string): ActionBlock {
  const block = draft.blocks.get(id);
  if (block?.type !== "action") throw new Error(`Invariant: ${id} is not an action of this definition`);
  return block;
}
