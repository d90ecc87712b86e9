import type { Executor } from "@/server/operations";
import { usesInngest } from "./engine";
import { localExecutor } from "./executor";

const home = globalThis as typeof globalThis & { pultOperationsSync?: Promise<void> };

/** The engine as operations see it; null when Inngest runs the functions, which has pages of its own. */
export function operableExecutor(): Executor | null {
  if (usesInngest()) return null;
  const { now, stats, runs, inspect, sync } = localExecutor();

  /** A process that only serves pages has not registered the functions, which actions need to know. */
  async function prepared(): Promise<void> {
    if (process.env.EXECUTOR === "off") await (home.pultOperationsSync ??= sync());
  }

  return {
    now,
    stats,
    counts: inspect.counts,
    functions: inspect.functions,
    list: runs.list,
    get: runs.get,
    retry: (id) => prepared().then(() => runs.retry(id)),
    cancel: (id) => prepared().then(() => runs.cancel(id)),
    replay: (id) => prepared().then(() => runs.replay(id)),
  };
}
