import { Inngest } from "inngest";
import { serve } from "inngest/edge";
import type pg from "pg";
import { createLocalExecutor, type LocalExecutor } from "@/inngest/local";
import { startRelay } from "@/inngest/relay";
import { defineEvent, directUrl, workerPool } from "@/server/platform";

export type BenchApp = {
  executor: LocalExecutor;
  pool: pg.Pool;
  /** Sends events as the relay does: a hundred to a request, one request at a time. */
  send: (events: BenchEvent[]) => Promise<void>;
  close: () => Promise<void>;
};

export type BenchEvent = { name: string; data: { organizationId: string; runId: string; at: number } };

/** Told of everything that happens in functions; `at` is what the event carried. */
export type Heard = (what: "started" | "acted" | "done", at: number, organizationId: string) => void;

export const relayed = 100;

/** An event that a workspace records, with a run of its own to act for. */
export const acting = defineEvent<{ runId: string; at: number }>("act", "deal");

/** An executor and a relay of their own over connections like production's, and functions as production limits them. */
export function openApp(heard: Heard): BenchApp {
  const quiet = () => {};
  const problem = (fields: object, message: string) => console.error(message, fields);
  const logger = { info: quiet, debug: quiet, warn: problem, error: problem };
  const client = new Inngest({
    id: "bench",
    isDev: true,
    logger,
    fetch: (input, init) => executor.fetch(input, init),
  });
  const pool = workerPool(12);
  const executor = createLocalExecutor({
    pool,
    handler: serve({ client, functions: functionsOf(client, pool, heard) }),
    listen: { connectionString: directUrl() },
    logger,
  });
  const relay = startRelay(async (events) => void (await client.send(events)));
  return {
    executor,
    pool,
    async send(events) {
      for (let from = 0; from < events.length; from += relayed)
        await client.send(events.slice(from, from + relayed));
    },
    async close() {
      await relay.stop();
      await executor.stop();
      await pool.end();
    },
  };
}

type ConcurrencyOption = { key: string; limit: number };

function functionsOf(client: Inngest, pool: pg.Pool, heard: Heard) {
  const concurrency: [ConcurrencyOption, ConcurrencyOption] = [
    { key: "event.data.runId", limit: 1 },
    { key: "event.data.organizationId", limit: 5 },
  ];
  return [
    client.createFunction({ id: "start", triggers: { event: "start" }, concurrency }, ({ event }) => {
      heard("started", event.data.at, event.data.organizationId);
    }),
    client.createFunction({ id: "act", triggers: { event: "act" }, concurrency }, async ({ event, step }) => {
      await step.run("act", async () => {
        heard("acted", event.data.at, event.data.organizationId);
        await pool.query("insert into inngest_local.bench_effect values ($1)", [event.data.runId]);
      });
    }),
    client.createFunction(
      { id: "work", triggers: { event: "work" }, concurrency },
      async ({ event, step }) => {
        for (let i = 1; i <= stepsOfWork; i++) await step.run(`step ${i}`, () => i);
        heard("done", event.data.at, event.data.organizationId);
      },
    ),
  ];
}

export const stepsOfWork = 5;
