import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Whether a process with this id lives, ours or another user's. One that ended unnoticed by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return !/^[ZX]/.test(stateOf(pid));
}

/** What tells a process from a later one with the same id: when it started. Empty when it is gone. */
export function bornAt(pid: number): string {
  if (existsSync("/proc/self/stat")) return statusFields(pid)[19] ?? "";
  return spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
}

/** The command a process was started with, empty when it is gone or the system does not say. */
export function commandOf(pid: number): string {
  if (existsSync("/proc/self/cmdline")) return readIfThere(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
}

function stateOf(pid: number): string {
  if (existsSync("/proc/self/stat")) return statusFields(pid)[0] ?? "";
  return spawnSync("ps", ["-o", "state=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
}

// proc(5): the program's name in parentheses may hold blanks; the fields after it are single words.
function statusFields(pid: number): string[] {
  const stat = readIfThere(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Looks every 25 ms until `look` answers something, or `timeoutMs` is over: then `null`. */
export async function waitFor<T>(timeoutMs: number, look: () => T | null): Promise<T | null> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const found = look();
    if (found !== null) return found;
    if (performance.now() > deadline) return null;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
