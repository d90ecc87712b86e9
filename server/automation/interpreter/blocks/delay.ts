import { parseDay, startOfDay } from "@/server/filter";
import type { DelayBlock } from "../definition";
import { type Draft, type Progress, visit } from "../draft";
import { valueOf } from "../read";
import type { DelayFrame } from "../state";

const minute = 60_000;

/** Waits. A time that has passed already does not; an empty date waits until it is given. */
export function enterDelay(draft: Draft, block: DelayBlock): Progress {
  const visited = visit(draft, block);
  const dueAt = "after" in block.until ? later(draft.now, block.until.after) : dateOf(draft, block.until);
  if (isDue(draft, dueAt)) return "finished";
  const frame: DelayFrame = { type: "delay", block: block.id, visit: visited, dueAt };
  arm(draft, block, frame);
  return frame;
}

/** A date is read again at every wake, so that a moved date moves what hangs on it. */
export function resumeDelay(draft: Draft, block: DelayBlock, frame: DelayFrame): Progress {
  const dueAt = "after" in block.until ? frame.dueAt : dateOf(draft, block.until);
  const at = { block: frame.block, visit: frame.visit };
  if (isDue(draft, dueAt)) {
    draft.commands.push({ type: "clearTimer", ...at, fired: true });
    return "finished";
  }
  if (dueAt === frame.dueAt) return frame;
  const moved = { ...frame, dueAt };
  if (dueAt === null) draft.commands.push({ type: "clearTimer", ...at, fired: false });
  arm(draft, block, moved);
  return moved;
}

function arm(draft: Draft, block: DelayBlock, frame: DelayFrame): void {
  const at = { block: frame.block, visit: frame.visit };
  if (frame.dueAt !== null) draft.commands.push({ type: "setTimer", ...at, dueAt: frame.dueAt });
  draft.commands.push({
    type: "log",
    ...at,
    origin: block.origin ?? null,
    status: "waiting",
    action: null,
    dueAt: frame.dueAt,
  });
}

function isDue(draft: Draft, dueAt: string | null): boolean {
  return dueAt !== null && Date.parse(dueAt) <= Date.parse(draft.now);
}

function dateOf(draft: Draft, until: Exclude<DelayBlock["until"], { after: number }>): string | null {
  const date = valueOf(until.date, draft.read);
  if (typeof date !== "string" || Number.isNaN(Date.parse(date))) return null;
  const day = parseDay(date);
  const at = day ? startOfDay(day, draft.timeZone).toISOString() : date;
  return later(at, until.offsetMinutes);
}

function later(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * minute).toISOString();
}
