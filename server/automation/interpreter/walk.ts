import { enterAction, resumeAction } from "./blocks/action";
import { enterDelay, resumeDelay } from "./blocks/delay";
import { enterIf, resumeIf } from "./blocks/if";
import { enterParallel, resumeParallel } from "./blocks/parallel";
import { enterSequence, resumeSequence } from "./blocks/sequence";
import { enterSetVariable, enterTerminate } from "./blocks/state";
import type { Block } from "./definition";
import type { Draft, Progress } from "./draft";
import type { Frame } from "./state";

/** Enters a block for the first time in this visit. */
export function enter(draft: Draft, block: Block): Progress {
  switch (block.type) {
    case "sequence":
      return enterSequence(draft, block);
    case "if":
      return enterIf(draft, block);
    case "parallel":
      return enterParallel(draft, block);
    case "delay":
      return enterDelay(draft, block);
    case "action":
      return enterAction(draft, block);
    case "setVariable":
      return enterSetVariable(draft, block);
    case "terminate":
      return enterTerminate(draft, block);
  }
}

/** Looks at an open block again. @throws when the frame is not of this definition */
export function resume(draft: Draft, block: Block, frame: Frame): Progress {
  if (block.type === "sequence" && frame.type === "sequence") return resumeSequence(draft, block, frame);
  if (block.type === "if" && frame.type === "if") return resumeIf(draft, block, frame);
  if (block.type === "parallel" && frame.type === "parallel") return resumeParallel(draft, block, frame);
  if (block.type === "delay" && frame.type === "delay") return resumeDelay(draft, block, frame);
  if (block.type === "action" && frame.type === "action") return resumeAction(draft, block, frame);
  throw new Error(
    `Invariant: frame ${frame.type} ${frame.block} does not fit block ${block.type} ${block.id}`,
  );
}
