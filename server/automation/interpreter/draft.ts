import type { FieldType } from "@/server/filter";
import type { Command } from "./command";
import { type Block, blocksOf, type Definition, type Json } from "./definition";
import { readerOf } from "./read";
import type { Signal } from "./signal";
import type { Frame, RunState } from "./state";

/** Where a block stands after it was entered or resumed. */
export type Progress = Frame | "finished";

/** One interpretation under way: the state being written and the commands collected so far. */
export type Draft = {
  definition: Definition;
  /** Every block by its id. */
  blocks: ReadonlyMap<string, Block>;
  state: RunState;
  commands: Command[];
  /** ISO text, UTC. */
  now: string;
  reason: string | null;
  read: (path: string) => Json;
  /** The types of the record's fields, and the organization's time zone: what conditions are asked with. */
  types: Readonly<Record<string, FieldType>>;
  timeZone: string;
  /** Walks into a block of whatever kind; given here so that kinds need not know each other. */
  enter(block: Block): Progress;
  resume(block: Block, frame: Frame): Progress;
};

/** A draft over a copy of the state, so that the caller's stays as it was. */
export function draftOf(
  definition: Definition,
  before: RunState,
  signal: Signal,
  now: string,
  walk: {
    enter(draft: Draft, block: Block): Progress;
    resume(draft: Draft, block: Block, frame: Frame): Progress;
  },
): Draft {
  const state = structuredClone(before);
  const draft: Draft = {
    definition,
    blocks: new Map(blocksOf(definition.body).map((block) => [block.id, block])),
    state,
    commands: [],
    now,
    reason: null,
    read: readerOf(state, signal.facts),
    types: signal.types ?? {},
    timeZone: signal.timeZone ?? "UTC",
    enter: (block) => walk.enter(draft, block),
    resume: (block, frame) => walk.resume(draft, block, frame),
  };
  return draft;
}

/** Counts one more visit to the block; `block#visit` is unique in a run. */
export function visit(draft: Draft, block: Block): number {
  const count = (draft.state.visits[block.id] ?? 0) + 1;
  draft.state.visits[block.id] = count;
  return count;
}

/** Does the run go on? False once something ended it. */
export function goesOn(draft: Draft): boolean {
  return draft.state.status === "running";
}
