import type { LogCommand } from "../command";
import type { ActionBlock } from "../definition";
import { type Draft, type Progress, visit } from "../draft";
import type { ActionFrame, Fault, Outcome } from "../state";

/** Minutes before the second, third and fourth attempt. */
export const retryMinutes: readonly number[] = [1, 5, 30];

/** Asks for an effect and waits for its reply. */
export function enterAction(draft: Draft, block: ActionBlock): Progress {
  const frame: ActionFrame = {
    type: "action",
    block: block.id,
    visit: visit(draft, block),
    attempt: 1,
    outcome: null,
    retryAt: null,
  };
  order(draft, block, frame);
  return frame;
}

export function resumeAction(draft: Draft, block: ActionBlock, frame: ActionFrame): Progress {
  if (frame.retryAt !== null) return retryWhenDue(draft, block, frame, frame.retryAt);
  if (frame.outcome === null) return frame;
  if (frame.outcome.ok) return succeed(draft, block, frame, frame.outcome);
  return fail(draft, block, frame, frame.outcome);
}

/** Orders the frame's current attempt. All attempts share `block#visit`, hence one idempotency key. */
export function order(draft: Draft, block: ActionBlock, frame: { visit: number; attempt: number }): void {
  draft.commands.push({
    type: "effect",
    block: block.id,
    visit: frame.visit,
    attempt: frame.attempt,
    action: block.action,
    params: block.params,
    origin: block.origin ?? null,
  });
}

/** Writes how an effect ended into the log. */
export function logOutcome(draft: Draft, block: ActionBlock, visited: number, outcome: Outcome): void {
  const line = lineOf(block, visited);
  if (!outcome.ok) draft.commands.push({ ...line, status: "failed", error: outcome.error });
  else draft.commands.push({ ...line, status: "ran", ...(outcome.summary && { summary: outcome.summary }) });
}

function succeed(
  draft: Draft,
  block: ActionBlock,
  frame: ActionFrame,
  outcome: Outcome & { ok: true },
): Progress {
  draft.state.results[block.id] = outcome.result;
  logOutcome(draft, block, frame.visit, outcome);
  return "finished";
}

function fail(
  draft: Draft,
  block: ActionBlock,
  frame: ActionFrame,
  outcome: Outcome & { ok: false },
): Progress {
  const pause = retryMinutes[frame.attempt - 1];
  if (block.onError === "retry" && outcome.retriable && pause !== undefined) {
    return pauseBeforeRetry(draft, block, frame, outcome.error, pause);
  }
  logOutcome(draft, block, frame.visit, outcome);
  if (block.onError === "continue" || (block.onError === "retry" && block.afterRetries === "continue")) {
    draft.state.failures.push({
      block: block.id,
      visit: frame.visit,
      attempt: frame.attempt,
      pending: false,
    });
    return "finished";
  }
  draft.state.status = "failed";
  draft.reason = outcome.error.code;
  return frame;
}

function pauseBeforeRetry(
  draft: Draft,
  block: ActionBlock,
  frame: ActionFrame,
  error: Fault,
  minutes: number,
): Progress {
  const retryAt = new Date(Date.parse(draft.now) + minutes * 60_000).toISOString();
  draft.commands.push({ type: "setTimer", block: block.id, visit: frame.visit, dueAt: retryAt });
  draft.commands.push({ ...lineOf(block, frame.visit), status: "waiting", error, dueAt: retryAt });
  return { ...frame, outcome: null, retryAt };
}

function retryWhenDue(draft: Draft, block: ActionBlock, frame: ActionFrame, retryAt: string): Progress {
  if (Date.parse(retryAt) > Date.parse(draft.now)) return frame;
  draft.commands.push({ type: "clearTimer", block: block.id, visit: frame.visit, fired: true });
  const next = { ...frame, attempt: frame.attempt + 1, retryAt: null };
  order(draft, block, next);
  return next;
}

function lineOf(block: ActionBlock, visited: number): Omit<LogCommand, "status"> {
  return { type: "log", block: block.id, visit: visited, origin: block.origin ?? null, action: block.action };
}
