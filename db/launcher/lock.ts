import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bornAt, isAlive } from "./process";

export type Lock = { release: () => void };

/** Another launcher works on the same data. */
export class DataInUse extends Error {
  constructor(
    readonly dataDir: string,
    readonly pid: number,
  ) {
    super(
      `Pult is already running on ${dataDir} (process ${pid}). Stop it first, or set DATA_DIR to another folder.`,
    );
    this.name = "DataInUse";
  }
}

/**
 * Takes the data folder for this process. The lock of a process that died, or whose id was given to another one, is
 * taken over. @throws DataInUse
 */
export function takeLock(dataDir: string): Lock {
  const path = join(dataDir, "launcher.lock");
  const mine = `${process.pid} ${bornAt(process.pid)} ${Math.random().toString(36).slice(2)}`;
  for (let attempt = 0; attempt < 10; attempt++) {
    if (place(path, mine)) return { release: () => release(path, mine) };
    const holder = read(path);
    if (holder === null) continue;
    const pid = livingHolder(holder);
    if (pid !== null) throw new DataInUse(dataDir, pid);
    clear(path, holder);
  }
  throw new Error(`${path} changes hands too quickly to be taken`);
}

/** The same, but waits for a living holder to finish. @throws DataInUse after `timeoutMs` */
export async function waitForLock(dataDir: string, timeoutMs: number): Promise<Lock> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    try {
      return takeLock(dataDir);
    } catch (error) {
      if (!(error instanceof DataInUse) || performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** A lock appears whole or not at all: it is written aside and linked into its place. */
function place(path: string, content: string): boolean {
  const aside = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(aside, content);
  try {
    linkSync(aside, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    unlinkSync(aside);
  }
}

function livingHolder(content: string): number | null {
  const [pid, born] = content.split(" ");
  const holder = Number(pid);
  if (!Number.isInteger(holder) || holder <= 0 || !isAlive(holder)) return null;
  return bornAt(holder) === born ? holder : null;
}

/** Moves a dead lock away. When another launcher was quicker and we hold its fresh one, it is put back. */
function clear(path: string, dead: string): void {
  const aside = `${path}.dead.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved !== null && moved !== dead) place(path, moved);
  rmSync(aside, { force: true });
}

function release(path: string, mine: string): void {
  if (read(path) === mine) rmSync(path, { force: true });
}

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
