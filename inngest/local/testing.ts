import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import pg from "pg";
import { createLocalExecutor, type LocalExecutor, type LocalExecutorOptions } from "./index";

const silent = () => {};

/** For the SDK, which logs every error a test's function throws. */
export const silentLogger = { info: silent, warn: silent, debug: silent, error: silent };

/** For the executor: silent but for its own errors. */
export const quietLogger = {
  ...silentLogger,
  error: (fields: object, message: string) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
};

/** An app of its own on a database: client, functions and executor. For tests. */
export interface TestApp {
  client: Inngest;
  executor: LocalExecutor;
  pool: pg.Pool;
  close: () => Promise<void>;
}

/** On a migrated database, builds the functions with a client whose requests land in the executor. Not started: tests drain it. */
export async function createTestApp(
  url: string,
  define: (client: Inngest, pool: pg.Pool) => InngestFunction.Any[],
  { checkpointing = true, ...options }: Partial<LocalExecutorOptions> & { checkpointing?: boolean } = {},
): Promise<TestApp> {
  const pool = new pg.Pool({ connectionString: url, max: 10, application_name: "executor" });
  pool.on("error", () => {});
  pool.on("connect", (connection) => connection.on("error", () => {}));
  const client = new Inngest({
    id: "app",
    isDev: true,
    checkpointing,
    logger: silentLogger,
    fetch: (input, init) => executor.fetch(input, init),
  });
  const executor = createLocalExecutor({
    pool,
    handler: serve({ client, functions: define(client, pool) }),
    logger: quietLogger,
    ...options,
  });
  return {
    client,
    executor,
    pool,
    close: async () => {
      await executor.stop({ graceMs: 0 });
      await pool.end();
    },
  };
}
