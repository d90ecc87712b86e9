import type { SetVariableBlock, TerminateBlock } from "../definition";
import { type Draft, type Progress, visit } from "../draft";
import { valueOf } from "../read";

/** Writes a variable of the run. */
export function enterSetVariable(draft: Draft, block: SetVariableBlock): Progress {
  const visited = visit(draft, block);
  draft.state.variables[block.variable] = valueOf(block.to, draft.read);
  draft.commands.push({
    type: "log",
    block: block.id,
    visit: visited,
    origin: block.origin ?? null,
    status: "ran",
    action: null,
  });
  return "finished";
}

/** Ends the whole run as done, whatever else still waits. */
export function enterTerminate(draft: Draft, block: TerminateBlock): Progress {
  visit(draft, block);
  draft.state.status = "done";
  draft.reason = block.reason ?? null;
  return "finished";
}
