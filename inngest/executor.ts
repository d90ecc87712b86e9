import { serve } from "inngest/edge";
import pg from "pg";
import { directUrl } from "@/db/client";
import { log } from "@/server/platform";
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
  const pool = new pg.Pool({ connectionString: directUrl(), options: "-c role=pult_worker", max: 12 });
  pool.on("error", (err) => log.warn({ err }, "executor connection lost"));
  pool.on("connect", (client) => client.on("error", () => {}));
  const executor = createLocalExecutor({
    pool,
    handler: serve({ client: inngest, functions }),
    listen: { connectionString: directUrl() },
    logger: log,
  });
  setExecutorFetch(executor.fetch);
  return executor;
}
