import type { processActivity } from "@/db/schema/automation";
import type { ActivityRef, ProcessStep, StepStatus } from "../contract";
import { type ActionBlock, blocksOf, type Definition } from "../interpreter/definition";
import { leavesOf } from "../interpreter/state";
import { currentType } from "../registry";
import type { Run } from "../runs/queries";

type Line = typeof processActivity.$inferSelect;

/** The robots a definition was compiled from, in the order they appear. */
export function robotIdsOf(definition: Definition): string[] {
  return actionsOf(definition).flatMap((block) => block.origin ?? []);
}

/** One step a robot, by its last line in the log, oldest line first in `lines`. */
export function stepsOf(
  run: Run,
  definition: Definition,
  lines: readonly Line[],
  names: ReadonlyMap<string, string>,
): ProcessStep[] {
  return actionsOf(definition).flatMap((block) => {
    const { origin } = block;
    if (origin === undefined) return [];
    const last = lines.findLast((line) => line.robotId === origin);
    const status = statusOf(run, block, last);
    return {
      robotId: origin,
      name: names.get(origin) ?? "",
      actionType: currentType(block.action),
      status,
      at: last?.at ?? null,
      dueAt: status === "waiting" ? (last?.dueAt ?? null) : null,
      summary: status === "ran" ? (last?.detail.summary ?? null) : null,
      error: status === "failed" || status === "waiting" ? (last?.error ?? null) : null,
      misses: status === "skipped" ? (last?.detail.misses ?? []) : [],
      retry: status === "failed" ? retryOf(run, block) : null,
    };
  });
}

function actionsOf(definition: Definition): ActionBlock[] {
  return blocksOf(definition.body).filter((block) => block.type === "action");
}

function statusOf(run: Run, block: ActionBlock, last: Line | undefined): StepStatus {
  if (isWorking(run, block)) return "working";
  if (run.status !== "running" && (last === undefined || last.status === "waiting")) return "stopped";
  return last?.status ?? "queued";
}

// Ordered and not yet answered, the first time or on a person's wish.
function isWorking(run: Run, block: ActionBlock): boolean {
  if (run.state.failures.some((failure) => failure.block === block.id && failure.pending)) return true;
  if (run.status !== "running") return false;
  return leavesOf(run.state.root).some(
    (leaf) =>
      leaf.type === "action" && leaf.block === block.id && leaf.outcome === null && leaf.retryAt === null,
  );
}

function retryOf(run: Run, block: ActionBlock): ActivityRef | null {
  const failed = [
    ...run.state.failures,
    ...leavesOf(run.state.root).filter((leaf) => leaf.type === "action" && leaf.outcome?.ok === false),
  ].find((one) => one.block === block.id);
  return failed && run.status !== "stopped" ? { runId: run.id, block: block.id, visit: failed.visit } : null;
}
