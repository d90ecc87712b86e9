import { type Database, untilReached } from "./database";
import type { Engine, Logger, Observer } from "./engine";
import { Gathering } from "./gathering";
import { createFetch } from "./http-api";
import { ingest } from "./ingest";
import { createInspection } from "./inspect";
import { Notifications } from "./notifications";
import { settlePlain } from "./plain-outcome";
import { databaseNow, LEASE_SECONDS, nextDue } from "./queue";
import { forgetOld } from "./retention";
import { createRuns } from "./runs";
import { readStats } from "./stats";
import { syncFunctions } from "./sync";
import { Worker } from "./worker";

export type { Database, Queryable } from "./database";
export type { EventPayload, Logger, Observer } from "./engine";
export type { FunctionFacts } from "./inspect";
export type { RunDetails, RunFilter, RunStep, RunSummary } from "./runs";
export type { Stats } from "./stats";

const DAY_MS = 24 * 60 * 60 * 1000;
const RETENTION_EVERY_MS = 60_000;

export interface LocalExecutorOptions {
  /** Connections of a role that may use the schema `inngest_local`. */
  pool: Database;
  /** `serve` of `inngest/edge` over the client and its functions. */
  handler: (request: Request) => Promise<Response>;
  /** A dedicated connection for LISTEN, not through a pooler; without it work is found by polling alone. */
  listen?: { connectionString: string } | undefined;
  /** A clock of the application that moves along when a test moves the executor's. */
  clock?: { advance(milliseconds: number): void | Promise<void> } | undefined;
  /** Calls under way at once in this process, 10 by default. */
  concurrency?: number | undefined;
  /** Longest pause between looks at the queue, by default 5 s when listening, else 1 s. */
  pollMs?: number | undefined;
  /** How long a process that died keeps others from what it was doing, 15 s by default. */
  leaseSeconds?: number | undefined;
  /** How long ended runs are kept, 7 days by default and never under 25 hours, for idempotency looks at them. */
  retentionMs?: number | undefined;
  logger: Logger;
}

export type LocalExecutor = ReturnType<typeof createLocalExecutor>;

/** Runs an app's Inngest functions durably on Postgres; any number of processes may do so at once. */
export function createLocalExecutor(options: LocalExecutorOptions) {
  const engine: Engine = {
    database: options.pool,
    handler: options.handler,
    functions: new Map(),
    logger: options.logger,
    observer: null,
    settling: new Gathering(
      ({ runId }) => runId,
      (plain) => settlePlain(engine, plain),
    ),
    record: (tx, events) => ingest(tx, engine, events),
    wake: () => {
      worker.wake();
      notifications.announce();
    },
  };
  const listen = options.listen;
  const worker = new Worker(engine, {
    concurrency: options.concurrency ?? 10,
    pollMs: options.pollMs ?? (listen ? 5_000 : 1_000),
    leaseSeconds: options.leaseSeconds ?? LEASE_SECONDS,
  });
  const retentionMs = Math.max(options.retentionMs ?? 7 * DAY_MS, DAY_MS + 60 * 60 * 1000);
  const notifications = new Notifications(options.pool, options.logger);
  let retention: NodeJS.Timeout | undefined;
  let synced: Promise<void> | undefined;

  /** Registers the app's functions; a failed attempt is made again by the next caller. */
  function register(): Promise<void> {
    synced = syncFunctions(engine).catch((error: unknown) => {
      synced = undefined;
      throw error;
    });
    return synced;
  }
  const ready = () => synced ?? register();
  /** Registers the functions as soon as the database is there. */
  const sync = () =>
    untilReached(register, (err) =>
      engine.logger.warn({ err }, "the functions are not registered yet: the database is away"),
    );
  const runs = createRuns(engine);

  return {
    sync,

    /** Registers the functions, waiting for the database, and begins to work. @throws when a function is not supported */
    async start(): Promise<void> {
      await (synced ?? sync());
      if (listen) await notifications.listen(listen.connectionString, () => worker.wake());
      retention = setInterval(() => {
        forgetOld(engine, retentionMs).catch((err: unknown) =>
          engine.logger.warn({ err }, "old runs were not deleted"),
        );
      }, RETENTION_EVERY_MS).unref();
      worker.start();
    },

    /** Ends gracefully: what runs may finish within the grace, the rest is returned to the queue at once. */
    async stop({ graceMs = 10_000 }: { graceMs?: number } = {}): Promise<void> {
      clearInterval(retention);
      await worker.stop(graceMs);
      await notifications.close();
    },

    /** For `new Inngest({ fetch })`: events and checkpoints land in Postgres. */
    fetch: createFetch(engine, ready),

    /** Tests: runs all due work, and what follows from it, until nothing is due. */
    async drain(): Promise<void> {
      await ready();
      await worker.drain();
    },

    /**
     * Tests: moves the clock, stopping at every instant something falls due, and runs it then. With schedules `once`
     * it does not stop for those, which is the quick way over days: a passed one starts once, not once an occurrence.
     */
    async advance(
      milliseconds: number,
      { schedules = "each" }: { schedules?: "each" | "once" } = {},
    ): Promise<void> {
      await ready();
      await worker.drain();
      let left = milliseconds;
      while (left > 0) {
        const { now, next } = await nextDue(engine.database, schedules === "each");
        const stride = Math.min(left, next ? Math.max(next.getTime() - now.getTime(), 1) : left);
        await engine.database.query(
          "update inngest_local.setting set clock_offset = clock_offset + $1 * interval '1 ms'",
          [stride],
        );
        await options.clock?.advance(stride);
        await worker.drain();
        left -= stride;
      }
    },

    /** The executor's time, which tests move. */
    now: () => databaseNow(engine.database),
    stats: () => readStats(engine),
    /** Tells `observer` of every run, step and failure that ends in this process; null tells nobody. */
    observe(observer: Observer | null): void {
      engine.observer = observer;
    },
    runs,
    inspect: createInspection(engine),
    /** Finds runs by organization, event id or the id of a record. */
    search: runs.list,
    /** Deletes what is older than the retention; happens by itself every minute. */
    forgetOld: () => forgetOld(engine, retentionMs),
  };
}
