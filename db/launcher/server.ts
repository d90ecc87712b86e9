import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Binaries } from "./binaries";
import { freePort } from "./free-port";
import { type Postmaster, readPostmaster } from "./postmaster";
import { waitFor } from "./process";
import { runAs, type ServerUser } from "./server-user";

const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "jit=off",
  "timezone=UTC",
  "log_timezone=UTC",
];
/** For tests: what a killed process wrote is kept, what a power failure takes nobody misses. */
const CARELESS = ["fsync=off", "full_page_writes=off"];

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

type Start = {
  cluster: string;
  binaries: Binaries;
  user: ServerUser;
  log: string;
  fsync: boolean;
  port?: number | undefined;
};

/**
 * Starts a server on `cluster`, on `port` if given, and waits until it takes connections, as long as recovery needs.
 * @throws with its log
 */
export async function startServer(start: Start): Promise<Postmaster> {
  let failure = "";
  for (let attempt = 0; attempt < 5; attempt++) {
    const outcome = await tryPort(start, start.port ?? (await freePort()));
    if (typeof outcome !== "string") return outcome;
    failure = outcome;
    // Someone took the port between our look and the server's: another one will do.
    if (!/could not bind|Address already in use/.test(failure)) break;
  }
  throw new Error(`PostgreSQL did not start:\n${failure}\nIts log is ${start.log}`);
}

async function tryPort(
  { cluster, binaries, user, log, fsync }: Start,
  port: number,
): Promise<Postmaster | string> {
  const settings = [...SETTINGS, ...(fsync ? [] : CARELESS)].flatMap((setting) => ["-c", setting]);
  const output = openSync(log, sizeOf(log) > LOG_LIMIT_BYTES ? "w" : "a");
  const logged = sizeOf(log);
  // A group of its own: Ctrl+C in the terminal reaches the launcher, which stops the server after the app.
  const child = spawn(binaries.postgres, ["-D", cluster, "-p", String(port), ...settings], {
    ...runAs(user),
    env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C" },
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  child.unref();
  let ended: string | null = null;
  child.once("error", (error) => {
    ended = error.message;
  });
  child.once("exit", () => {
    ended ??= "";
  });
  const started = await waitFor(300_000, () => {
    if (ended !== null) return ended || wordsSince(log, logged);
    const server = readPostmaster(cluster);
    return server && server.pid === child.pid && server.state === "ready" ? server : null;
  });
  return started ?? "It is not ready after five minutes.";
}

function wordsSince(log: string, offset: number): string {
  return readFileSync(log).subarray(offset).toString().trim() || "It ended without a word.";
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Where the server's messages go. */
export function logFile(dataDir: string): string {
  return join(dataDir, "postgres.log");
}
