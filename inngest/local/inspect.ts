import type { Engine, RunRow } from "./engine";
import { readFunctionConfig } from "./function-config";

export interface FunctionFacts {
  id: string;
  name: string;
  triggers: ({ event: string; expression: string | null } | { cron: string })[];
  maxAttempts: number;
  /** Runs created in the last 24 hours, and how many of them failed for good. */
  runs: number;
  failed: number;
  /** When the latest of them was created; null when there is none. */
  lastRunAt: Date | null;
}

/** What an operator may see beside single runs. */
export function createInspection(engine: Engine) {
  return {
    /** The functions registered last, by id, whichever process registered them. */
    functions: () => listFunctions(engine),
    /** How many runs are kept, by state; a state without runs is missing. */
    counts: () => countRuns(engine),
  };
}

async function listFunctions(engine: Engine): Promise<FunctionFacts[]> {
  type Row = Omit<FunctionFacts, "triggers" | "maxAttempts"> & { config: unknown };
  const { rows } = await engine.database.query<Row>(
    `select f.id, f.name, f.config, coalesce(r.runs, 0) as runs, coalesce(r.failed, 0) as failed, r."lastRunAt"
     from inngest_local.function f
     left join (
       select function_id, count(*)::int as runs, count(*) filter (where status = 'failed')::int as failed,
         max(created_at) as "lastRunAt"
       from inngest_local.run where created_at > inngest_local.now() - interval '24 hours' group by function_id
     ) r on r.function_id = f.id
     order by f.id`,
  );
  return rows.map(({ config, ...row }) => {
    const { triggers, maxAttempts } = readFunctionConfig(config);
    return {
      ...row,
      maxAttempts,
      triggers: triggers.map((trigger) =>
        "cron" in trigger
          ? { cron: trigger.cron }
          : { event: trigger.event, expression: trigger.expression ?? null },
      ),
    };
  });
}

async function countRuns(engine: Engine): Promise<Partial<Record<RunRow["status"], number>>> {
  const { rows } = await engine.database.query<{ status: RunRow["status"]; count: number }>(
    "select status, count(*)::int as count from inngest_local.run group by status",
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}
