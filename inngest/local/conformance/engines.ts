import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { z } from "zod";
import { createTestDatabase } from "@/db/testing";
import type { LocalExecutor } from "../index";
import { createTestApp, silentLogger } from "../testing";
import { HOUR, type Outcome, SECOND } from "./case";

/** Time as it goes on an engine. */
export interface Clock {
  /** Waits until nothing more happens; `activity` grows with everything that does. */
  settle: (activity: () => number) => Promise<void>;
  pass: (milliseconds: number) => Promise<void>;
  now: () => Promise<Date>;
}

/** Something that runs functions. */
export interface TestEngine extends Clock {
  client: Inngest;
  /** What became of the runs an event started; `id` as sending it gave it. */
  outcomes: (id: string) => Promise<Outcome[]>;
  close: () => Promise<void>;
}

export interface EngineOptions {
  checkpointing: boolean;
  define: (client: Inngest) => InngestFunction.Any[];
}

/** The local executor on a database of its own, its clock moved by hand. */
export async function localEngine({ checkpointing, define }: EngineOptions): Promise<TestEngine> {
  const database = await createTestDatabase();
  const app = await createTestApp(database.directUrl, define, { checkpointing });
  return {
    client: app.client,
    ...clockOf(app.executor),
    outcomes: async (id) => (await app.executor.runs.list({ eventId: id })).map(outcomeOf),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

/** The clock of an executor that is not started: moved by hand, over hours without a stop for every schedule. */
export const clockOf = (executor: LocalExecutor): Clock => ({
  settle: () => executor.drain(),
  pass: (milliseconds) =>
    executor.advance(milliseconds, { schedules: milliseconds < HOUR ? "each" : "once" }),
  now: () => executor.now(),
});

const OUTCOMES = { completed: "Completed", failed: "Failed", cancelled: "Cancelled" } as const;

/** A run's state in the words of Inngest's API. */
export const outcomeOf = ({ status }: { status: "queued" | "running" | keyof typeof OUTCOMES }): Outcome =>
  status === "queued" || status === "running" ? "Running" : OUTCOMES[status];

/**
 * An Inngest server at INNGEST_BASE_URL: the functions are served over HTTP, signed when INNGEST_SIGNING_KEY is set, and
 * registered there. CONFORMANCE_ORIGIN is the address it calls us by, when that is not this host's loopback. Without a
 * clock of its own time is waited for.
 */
export async function realEngine(
  { checkpointing, define }: EngineOptions,
  clock: Clock = realTime,
): Promise<TestEngine> {
  const client = new Inngest({ id: "conformance", checkpointing, logger: silentLogger });
  const functions = define(client);
  let serveOrigin = process.env.CONFORMANCE_ORIGIN;
  const server = createServer((request, response) => {
    serve({ client, functions, ...(serveOrigin ? { serveOrigin } : {}) })(request, response);
  });
  await new Promise<void>((resolve) => server.listen(Number(process.env.CONFORMANCE_PORT ?? 0), resolve));
  serveOrigin ??= `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const synced = await fetch(`${serveOrigin}/api/inngest`, { method: "PUT" });
  if (!synced.ok) throw new Error(`Registration failed: ${synced.status} ${await synced.text()}`);
  return {
    client,
    ...clock,
    outcomes: fetchOutcomes,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

const Runs = z.object({
  data: z.array(
    z.object({ status: z.enum(["Scheduled", "Running", "Completed", "Failed", "Cancelled", "Skipped"]) }),
  ),
});

/** https://www.inngest.com/docs/examples/fetch-run-status-and-output */
async function fetchOutcomes(id: string): Promise<Outcome[]> {
  const base = process.env.INNGEST_API_BASE_URL ?? process.env.INNGEST_BASE_URL;
  const response = await fetch(new URL(`/v1/events/${id}/runs`, base), {
    headers: { authorization: `Bearer ${process.env.INNGEST_SIGNING_KEY ?? ""}` },
  });
  if (!response.ok) throw new Error(`The runs of ${id}: ${response.status} ${await response.text()}`);
  return Runs.parse(await response.json()).data.flatMap(({ status }) => {
    if (status === "Skipped") return [];
    return status === "Scheduled" ? ["Running"] : [status];
  });
}

/** What an engine may be late by, which waiting allows for. */
const LATE_MS = 500;

const realTime: Clock = {
  settle: quiet,
  pass: (milliseconds) => pause(milliseconds + LATE_MS),
  now: () => Promise.resolve(new Date()),
};

/** Waits until nothing has happened for six seconds. */
async function quiet(activity: () => number): Promise<void> {
  for (let seen = -1; seen !== activity(); ) {
    seen = activity();
    await pause(6 * SECOND);
  }
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
