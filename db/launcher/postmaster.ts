import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { attachedTo, interlockOf } from "./interlock";
import { commandOf, isAlive, waitFor } from "./process";

export type Postmaster = { pid: number; port: number; state: string };

/**
 * The server that says it runs on `cluster`, from its postmaster.pid (lines 1 pid, 4 port, 8 state; PostgreSQL's
 * miscadmin.h); `null` when there is none, or its process is gone or became another program.
 */
export function readPostmaster(cluster: string): Postmaster | null {
  const lines = readLines(join(cluster, "postmaster.pid"));
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null;
  const command = commandOf(pid);
  if (command !== "" && !command.includes("postgres")) return null;
  return { pid, port, state: lines[7]?.trim() ?? "" };
}

/**
 * The server a killed launcher left behind, once it takes connections. One that is stopping is waited for and
 * answers `null`.
 */
export async function adoptPostmaster(cluster: string): Promise<Postmaster | null> {
  const settled = await waitFor(60_000, () => {
    const found = readPostmaster(cluster);
    if (!found) return { server: null };
    return found.state === "ready" ? { server: found } : null;
  });
  if (!settled) throw new Error(`The PostgreSQL server of ${cluster} neither starts nor stops`);
  if (!settled.server) await clearNote(cluster);
  return settled.server;
}

/**
 * A server that was killed leaves a note with its process's number, which PostgreSQL believes as long as anything has
 * that number. It is removed only when no backend of that server writes any more: two servers on one cluster ruin it.
 */
async function clearNote(cluster: string): Promise<void> {
  const note = join(cluster, "postmaster.pid");
  const interlock = interlockOf(readLines(note)[6]);
  const free = await waitFor(60_000, () => (interlock && attachedTo(interlock) > 0 ? null : true));
  if (!free) throw new Error(`Processes of a killed PostgreSQL server still work on ${cluster}`);
  rmSync(note, { force: true });
}

/** Ends a server: sessions are cut and data is written (fast shutdown); after 10 s without mercy. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  const gone = () => (readPostmaster(cluster)?.pid === pid || isAlive(pid) ? null : true);
  if (gone()) return;
  process.kill(pid, "SIGINT");
  if (await waitFor(10_000, gone)) return;
  process.kill(pid, "SIGQUIT");
  await waitFor(5_000, gone);
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return [];
  }
}
