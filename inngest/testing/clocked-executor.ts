import { serve } from "inngest/edge";
import pg from "pg";
import { afterAll, beforeAll, vi } from "vitest";
import { directUrl } from "@/db/client";
import { log, relayEvents } from "@/server/platform";
import { inngest, setExecutorFetch } from "../client";
import { createLocalExecutor, type LocalExecutor } from "../local";
import { sendRelayed } from "../relay";

type Functions = Parameters<typeof serve>[0]["functions"];

/**
 * Runs functions on the local executor for the tests of a file, which move its clock together with the app's. Needs
 * `useTestDatabase` before it.
 */
export function useClockedExecutor(functions: Functions) {
  let executor: LocalExecutor;
  let pool: pg.Pool;
  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    pool = new pg.Pool({ connectionString: directUrl(), options: "-c role=pult_worker", max: 6 });
    pool.on("error", () => {});
    executor = createLocalExecutor({
      pool,
      handler: serve({ client: inngest, functions }),
      clock: { advance: (milliseconds) => void vi.setSystemTime(Date.now() + milliseconds) },
      logger: log,
    });
    setExecutorFetch(executor.fetch);
    await executor.sync();
  });
  afterAll(async () => {
    await executor.stop({ graceMs: 1_000 });
    await pool.end();
    vi.useRealTimers();
  });

  /** Carries events and runs what is due, until nothing is left of either. */
  async function settle(): Promise<void> {
    do await executor.drain();
    while ((await relayEvents(sendRelayed)) > 0);
  }

  /** Lets minutes go by; what is due before them and after them runs. */
  async function pass(minutes: number): Promise<void> {
    await settle();
    await executor.advance(minutes * 60_000);
    await settle();
  }

  return {
    settle,
    pass,
    query: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => pool.query<Row>(text, values),
  };
}
