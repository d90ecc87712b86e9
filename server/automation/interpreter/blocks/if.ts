import type { Block, IfBlock } from "../definition";
import { type Draft, type Progress, visit } from "../draft";
import { explain, type Miss } from "../explain";
import type { IfFrame } from "../state";

/** The first branch whose condition holds, otherwise `else`; every evaluation is told, the misses too. */
export function enterIf(draft: Draft, block: IfBlock): Progress {
  const visited = visit(draft, block);
  const origin = block.origin ?? null;
  const missed: Miss[] = [];
  for (const [place, branch] of block.branches.entries()) {
    const { matched, misses } = explain(branch.when, draft);
    draft.commands.push({ type: "decide", block: branch.id, visit: visited, origin, matched, misses });
    if (matched) return into(draft, block, visited, place, branch.do);
    missed.push(...misses);
  }
  if (block.else) return into(draft, block, visited, "else", block.else);
  draft.commands.push({
    type: "log",
    block: block.id,
    visit: visited,
    origin,
    status: "skipped",
    action: null,
    misses: missed,
  });
  return "finished";
}

export function resumeIf(draft: Draft, block: IfBlock, frame: IfFrame): Progress {
  const chosen = frame.chosen === "else" ? block.else : block.branches[frame.chosen]?.do;
  if (!chosen) return "finished";
  const child = draft.resume(chosen, frame.child);
  return child === "finished" ? "finished" : { ...frame, child };
}

function into(
  draft: Draft,
  block: IfBlock,
  visited: number,
  chosen: number | "else",
  branch: Block,
): Progress {
  const child = draft.enter(branch);
  if (child === "finished") return "finished";
  return { type: "if", block: block.id, visit: visited, chosen, child };
}
