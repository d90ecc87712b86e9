import { readdirSync, readFileSync } from "node:fs";
import type pg from "pg";

const ticksPerSecond = 100;

/** Reads the processor time (ms) the whole database server has used so far; null where it cannot be seen. */
export type ServerCpu = () => number | null;

/**
 * Sums every process of the server, background and parallel workers included: nanoseconds of /proc/<pid>/schedstat
 * for those that live, the postmaster's `cutime + cstime` for those that have ended. Linux only, same machine only.
 */
export async function serverCpu(admin: pg.Client, local: boolean): Promise<ServerCpu> {
  if (!local || process.platform !== "linux") return () => null;
  const { rows } = await admin.query<{ pid: number }>("select pg_backend_pid() as pid");
  const postmaster = statOf(rows[0]?.pid ?? 0)?.parent;
  if (!postmaster) return () => null;
  return () => {
    const reaped = ((statOf(postmaster)?.reapedTicks ?? 0) * 1000) / ticksPerSecond;
    return childrenOf(postmaster).reduce((sum, pid) => sum + livedMs(pid), reaped);
  };
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && statOf(pid)?.parent === parent);
}

function livedMs(pid: number): number {
  return Number(read(`/proc/${pid}/schedstat`)?.split(" ")[0] ?? 0) / 1e6;
}

// See proc_pid_stat(5): the fields after the command's closing bracket start with the third.
function statOf(pid: number): { parent: number; reapedTicks: number } | null {
  const line = read(`/proc/${pid}/stat`);
  if (!line) return null;
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  return { parent: Number(fields[1]), reapedTicks: Number(fields[13]) + Number(fields[14]) };
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
