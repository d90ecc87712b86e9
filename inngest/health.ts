import { usesInngest } from "./engine";
import { localExecutor } from "./executor";
import type { Stats } from "./local";

type ExecutorHealth = { ok: boolean; engine: "inngest" | "local" | "off" } & Partial<Stats>;

/** The executor's queue and lag; Inngest keeps its own. */
export async function executorHealth(): Promise<ExecutorHealth> {
  if (usesInngest()) return { ok: true, engine: "inngest" };
  if (process.env.EXECUTOR === "off") return { ok: true, engine: "off" };
  return localExecutor()
    .stats()
    .then(
      (stats) => ({ ok: true, engine: "local", ...stats }),
      () => ({ ok: false, engine: "local" }),
    );
}
