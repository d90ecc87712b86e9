import type { Command } from "./command";
import type { Definition } from "./definition";
import { type Draft, draftOf, goesOn, type Progress } from "./draft";
import { receive } from "./receive";
import type { Signal } from "./signal";
import { leavesOf, type RunState } from "./state";
import * as walk from "./walk";

/**
 * One move of a run: takes a signal, goes as far as it can, and says what it asks of the world. Pure: the same
 * input gives the same answer, and a signal delivered again gives none.
 */
export function interpret(
  definition: Definition,
  before: RunState,
  signal: Signal,
  now: string,
): { state: RunState; commands: Command[] } {
  const draft = draftOf(definition, before, signal, now, walk);
  receive(draft, signal);
  if (goesOn(draft)) settle(draft, advance(draft, before));
  if (draft.state.status !== before.status) end(draft);
  return { state: draft.state, commands: draft.commands };
}

function advance(draft: Draft, before: RunState): Progress {
  const { body } = draft.definition;
  if (before.status === "ready") return draft.enter(body);
  return draft.state.root ? draft.resume(body, draft.state.root) : "finished";
}

function settle(draft: Draft, progress: Progress): void {
  draft.state.root = progress === "finished" ? null : progress;
  if (progress === "finished" && goesOn(draft)) draft.state.status = "done";
}

// A failed run keeps what waits: a retry may bring it back. A done or stopped one lets go of everything.
function end(draft: Draft): void {
  const { status } = draft.state;
  if (status === "ready" || status === "running") return;
  if (status !== "failed") release(draft);
  draft.commands.push({ type: "end", status, reason: draft.reason });
}

function release(draft: Draft): void {
  for (const leaf of leavesOf(draft.state.root)) {
    const at = { block: leaf.block, visit: leaf.visit };
    if (leaf.type === "delay" || leaf.retryAt !== null) {
      draft.commands.push({ type: "clearTimer", ...at, fired: false });
    }
    draft.commands.push({ type: "log", ...at, ...originOf(draft, leaf.block), status: "stopped" });
  }
}

function originOf(draft: Draft, id: string): { origin: string | null; action: string | null } {
  const block = draft.blocks.get(id);
  return { origin: block?.origin ?? null, action: block?.type === "action" ? block.action : null };
}
