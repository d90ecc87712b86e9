import { z } from "zod";
import { AppError, log } from "@/server/platform";
import { type Acted, type RunAction, runActions } from "./contract";
import type { Executor } from "./executor";
import type { Operator } from "./operator";

const Act = z.object({ runId: z.uuid(), action: z.enum(runActions) });

const acts: Record<RunAction, (executor: Executor, id: string) => Promise<string | null>> = {
  retry: async (executor, id) => ((await executor.retry(id)) ? id : null),
  cancel: async (executor, id) => ((await executor.cancel(id)) ? id : null),
  replay: (executor, id) => executor.replay(id),
};

/**
 * Lets a failed run go on, stops one under way, or starts one anew with the same event; says so in the log.
 * @throws NOT_FOUND for a run or an action that does not exist
 */
export async function actOnRun(operator: Operator, executor: Executor, input: unknown): Promise<Acted> {
  const act = Act.safeParse(input);
  if (!act.success || !(await executor.get(act.data.runId))) throw new AppError("NOT_FOUND");
  const { runId, action } = act.data;
  const acted = await acts[action](executor, runId);
  log.info({ operatorId: operator.id, runId, action, acted: acted !== null }, "operator acted on a run");
  return acted === null ? { done: false } : { done: true, runId: acted };
}
