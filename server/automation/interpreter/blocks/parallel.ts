import type { ParallelBlock } from "../definition";
import { type Draft, goesOn, type Progress, visit } from "../draft";
import type { Frame, ParallelFrame } from "../state";

/** Every branch at once; finished when the last one is. */
export function enterParallel(draft: Draft, block: ParallelBlock): Progress {
  const visited = visit(draft, block);
  const branches = block.branches.map((branch) => open(goesOn(draft) ? draft.enter(branch) : "finished"));
  return joined({ type: "parallel", block: block.id, visit: visited, branches });
}

export function resumeParallel(draft: Draft, block: ParallelBlock, frame: ParallelFrame): Progress {
  const branches = frame.branches.map((child, place) => {
    const branch = block.branches[place];
    if (!branch || !child || !goesOn(draft)) return child;
    return open(draft.resume(branch, child));
  });
  return joined({ ...frame, branches });
}

function open(progress: Progress): Frame | null {
  return progress === "finished" ? null : progress;
}

function joined(frame: ParallelFrame): Progress {
  return frame.branches.some((branch) => branch !== null) ? frame : "finished";
}
