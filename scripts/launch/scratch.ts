import { accessSync, constants, readdirSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { makeFolder, removeData } from "@/db/launcher/home";
import { isAlive } from "@/db/launcher/process";

const MEMORY = "/dev/shm";
const ENOUGH_BYTES = 4 * 1024 ** 3;

/**
 * A folder for the databases a run makes and throws away: in memory where there is plenty, else in `folder`. Each test
 * file makes a database and drops it, which some disks take ten times longer for than memory does. What runs that were
 * killed have left there is removed.
 */
export function scratchFolder(folder: string): string {
  const home = hasPlenty(MEMORY) ? MEMORY : folder;
  for (const name of readdirSync(home)) {
    const pid = /^pult-test-(\d+)$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) removeScratch(join(home, name));
  }
  const made = join(home, `pult-test-${process.pid}`);
  makeFolder(made);
  return made;
}

/** Removes such a folder, with what its databases keep elsewhere. Nothing may run on them. */
export function removeScratch(folder: string): void {
  for (const name of readdirSync(folder)) removeData(join(folder, name));
  removeData(folder);
}

function hasPlenty(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > ENOUGH_BYTES;
  } catch {
    return false;
  }
}
