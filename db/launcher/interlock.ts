import { readFileSync } from "node:fs";

/** The shared memory segment every process of one server holds on to: System V key and id. */
export type Interlock = { key: number; id: number };

/** From line 7 of postmaster.pid; `null` when the server got no segment. */
export function interlockOf(line: string | undefined): Interlock | null {
  const [key, id] = (line ?? "").trim().split(/\s+/).map(Number);
  return Number.isInteger(key) && key !== undefined && id !== undefined ? { key, id } : null;
}

/** How many processes hold on to it; 0 where the system does not tell, as PostgreSQL then finds out by itself. */
export function attachedTo({ key, id }: Interlock): number {
  for (const line of segments()) {
    const fields = line.trim().split(/\s+/).map(Number);
    // proc(5), sysvipc/shm: key, shmid, perms, size, cpid, lpid, nattch.
    if (fields[0] === key && fields[1] === id) return fields[6] ?? 0;
  }
  return 0;
}

function segments(): string[] {
  try {
    return readFileSync("/proc/sysvipc/shm", "utf8").split("\n").slice(1);
  } catch {
    return [];
  }
}
