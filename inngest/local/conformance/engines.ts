import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { createTestDatabase } from "@/db/testing";
import { createTestApp, silentLogger } from "../testing";
import { SECOND } from "./case";

/** Something that runs functions, and time as it goes there. */
export interface TestEngine {
  client: Inngest;
  settle: () => Promise<void>;
  pass: (milliseconds: number) => Promise<void>;
  close: () => Promise<void>;
}

export interface EngineOptions {
  checkpointing: boolean;
  define: (client: Inngest) => InngestFunction.Any[];
  /** Grows with everything that happens. */
  activity: () => number;
}

/** The local executor on a database of its own, its clock moved by hand. */
export async function localEngine({ checkpointing, define }: EngineOptions): Promise<TestEngine> {
  const database = await createTestDatabase();
  const app = await createTestApp(database.directUrl, define, { checkpointing });
  return {
    client: app.client,
    settle: () => app.executor.drain(),
    pass: (milliseconds) => app.executor.advance(milliseconds),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

/**
 * A real Inngest server at INNGEST_BASE_URL: the functions are served over HTTP, signed when INNGEST_SIGNING_KEY is
 * set, and registered there. CONFORMANCE_ORIGIN is the address it calls us by, when that is not this host's loopback.
 */
export async function realEngine({ checkpointing, define, activity }: EngineOptions): Promise<TestEngine> {
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
    settle: () => quiet(activity),
    pass: async (milliseconds) => {
      await pause(milliseconds + SECOND);
      await quiet(activity);
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** Waits until nothing has happened for a while. */
async function quiet(activity: () => number): Promise<void> {
  for (let seen = -1; seen !== activity(); ) {
    seen = activity();
    await pause(2 * SECOND);
  }
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
