import type { SequenceBlock } from "../definition";
import { type Draft, goesOn, type Progress, visit } from "../draft";
import type { SequenceFrame } from "../state";

/** One block after another. */
export function enterSequence(draft: Draft, block: SequenceBlock): Progress {
  return from(draft, block, visit(draft, block), 0);
}

export function resumeSequence(draft: Draft, block: SequenceBlock, frame: SequenceFrame): Progress {
  const current = block.blocks[frame.index];
  if (!current) return "finished";
  const child = draft.resume(current, frame.child);
  if (child !== "finished") return { ...frame, child };
  return from(draft, block, frame.visit, frame.index + 1);
}

function from(draft: Draft, block: SequenceBlock, visited: number, start: number): Progress {
  for (const [offset, next] of block.blocks.slice(start).entries()) {
    if (!goesOn(draft)) return "finished";
    const child = draft.enter(next);
    if (child !== "finished") {
      return { type: "sequence", block: block.id, visit: visited, index: start + offset, child };
    }
  }
  return "finished";
}
