import { serve } from "inngest/edge";
import { directUrl, log, workerPool } from "@/server/platform";
import { inngest, setExecutorFetch } from "./client";
import { functions } from "./functions";
import { createLocalExecutor, type LocalExecutor } from "./local";

const home = globalThis as typeof globalThis & { pultExecutor?: LocalExecutor };

/** The process's local executor, made on first use over connections that act as pult_worker. */
export function localExecutor(): LocalExecutor {
  home.pultExecutor ??= create();
  return home.pultExecutor;
}

function create(): LocalExecutor {
  const executor = createLocalExecutor({
    pool: workerPool(12),
    handler: serve({ client: inngest, functions }),
    listen: { connectionString: directUrl() },
    logger: log,
  });
  setExecutorFetch(executor.fetch);
  return executor;
}
