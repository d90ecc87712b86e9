import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { and, inArray, isNull, lt, or } from "drizzle-orm";
import { file, fileVersion } from "@/db/schema/files";
import { asWorker, log } from "@/server/platform";
import { fileStorage, incomingFolder } from "./storage/chosen";
import { type FileStorage, organizationOf } from "./storage/storage";

const day = 24 * 60 * 60 * 1000;
/** So long a removed file can be brought back. */
const keepRemoved = 30 * day;
/** So long an upload may take to get its row, or a form to be saved. */
const grace = day;
const batch = 500;

/**
 * Lets go of what nobody will ask for: files removed long ago, uploads into forms that were never saved, and stored
 * bytes without a row, such as those of a deleted workspace. @returns how many of each
 */
export async function sweepFiles(now: Date): Promise<{ files: number; objects: number }> {
  const files = await dropRows(now);
  const objects = await dropObjects(fileStorage(), new Date(now.getTime() - grace));
  await dropIncoming(new Date(now.getTime() - grace));
  if (files + objects > 0) log.info({ files, objects }, "files swept");
  return { files, objects };
}

function dropRows(now: Date): Promise<number> {
  const removed = lt(file.deletedAt, new Date(now.getTime() - keepRemoved));
  const forgotten = and(isNull(file.recordId), lt(file.createdAt, new Date(now.getTime() - grace)));
  return asWorker(async (tx) => {
    const gone = await tx.delete(file).where(or(removed, forgotten)).returning({ id: file.id });
    return gone.length;
  });
}

async function dropObjects(storage: FileStorage, before: Date): Promise<number> {
  let dropped = 0;
  let keys: string[] = [];
  const flush = async () => {
    for (const key of await withoutRow(keys)) {
      await storage.remove(key);
      dropped++;
    }
    keys = [];
  };
  for await (const { key, modifiedAt } of storage.list()) {
    if (modifiedAt < before) keys.push(key);
    if (keys.length === batch) await flush();
  }
  await flush();
  return dropped;
}

function withoutRow(keys: string[]): Promise<string[]> {
  if (keys.length === 0) return Promise.resolve([]);
  const organizations = [...new Set(keys.map(organizationOf))];
  return asWorker(async (tx) => {
    const rows = await tx
      .select({ key: fileVersion.storageKey })
      .from(fileVersion)
      .where(and(inArray(fileVersion.organizationId, organizations), inArray(fileVersion.storageKey, keys)));
    const known = new Set(rows.map((row) => row.key));
    return keys.filter((key) => !known.has(key));
  });
}

// What a process was taking in when it ended.
async function dropIncoming(before: Date): Promise<void> {
  const folder = incomingFolder();
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  for (const name of names) {
    const path = join(folder, name);
    if ((await stat(path)).mtime < before) await rm(path, { force: true });
  }
}
