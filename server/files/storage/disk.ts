import type { Dirent } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError, log } from "@/server/platform";
import { type FileStorage, isStorageKey } from "./storage";

/** Files in a folder, one below for each organization. What is put has to lie on the same disk. */
export function diskStorage(root: string): FileStorage {
  return {
    async put(key, path) {
      const target = join(root, key);
      await mkdir(dirname(target), { recursive: true });
      await syncFile(path);
      await rename(path, target);
      await syncFile(dirname(target));
    },
    async get(key) {
      try {
        const file = await open(join(root, key));
        return file.createReadStream();
      } catch (err) {
        log.error({ err, key }, "stored file cannot be read");
        throw new AppError("FILE_STORE_FAILED");
      }
    },
    remove: (key) => rm(join(root, key), { force: true }),
    async *list() {
      for (const organization of await entriesOf(root)) {
        if (!organization.isDirectory()) continue;
        for (const { name } of await entriesOf(join(root, organization.name))) {
          const key = `${organization.name}/${name}`;
          if (!isStorageKey(key)) continue;
          const { mtime } = await stat(join(root, key));
          yield { key, modifiedAt: mtime };
        }
      }
    },
  };
}

// A name that points at bytes still in memory would survive a power cut, and they would not.
async function syncFile(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
