import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  unlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canEnter, type ServerUser } from "./server-user";

/**
 * The folder that holds the cluster: the data folder, unless it lies where the server's user cannot go (a clone
 * under `/root`, started as root). Then it is a folder of its own under /var/lib, which `server` in the data folder
 * links to.
 */
export function serverHome(dataDir: string, user: ServerUser): string {
  makeFolder(dataDir);
  const link = join(dataDir, "server");
  const linked = readLink(link);
  if (linked && existsSync(linked)) return linked;
  if (canEnter(user, dataDir)) return dataDir;
  const home = mkdtempSync(join(outside(), "data-"));
  chmodSync(home, 0o755);
  if (linked) unlinkSync(link);
  symlinkSync(home, link);
  return home;
}

/** Removes a data folder with everything of it that lies elsewhere. Nothing may run on it. */
export function removeData(dataDir: string): void {
  const outside = readLink(join(dataDir, "server"));
  for (const folder of [outside, dataDir]) if (folder) rmSync(folder, { recursive: true, force: true });
}

/** Makes a folder that the server's user can enter, whatever the mask of this process. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
}

function outside(): string {
  for (const folder of ["/var/lib/pult", join(tmpdir(), "pult")]) {
    try {
      makeFolder(folder);
      return folder;
    } catch {
      // A read-only /var/lib: the next one.
    }
  }
  throw new Error("No folder outside the project can be written for PostgreSQL; set DATA_DIR to one");
}

function readLink(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
