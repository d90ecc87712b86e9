import { spawnSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Binaries } from "./binaries";
import { runAs, type ServerUser } from "./server-user";

const INITDB = [
  "-E",
  "UTF8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--locale=C",
  "--auth=scram-sha-256",
  "--username=postgres",
  "--no-sync",
];

/**
 * The cluster's folder under `home`, made by initdb when missing. It is made aside and renamed, so that a start cut
 * short leaves nothing half done.
 */
export function ensureCluster(home: string, binaries: Binaries, user: ServerUser, password: string): string {
  const cluster = join(home, "postgres");
  if (existsSync(join(cluster, "PG_VERSION"))) {
    giveTo(user, cluster);
    return cluster;
  }
  for (const name of readdirSync(home)) {
    if (name.startsWith("postgres.new")) rmSync(join(home, name), { recursive: true, force: true });
  }
  const unfinished = join(home, `postgres.new-${process.pid}`);
  const passwordFile = join(home, `postgres.new-${process.pid}.password`);
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [unfinished, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    const done = spawnSync(binaries.initdb, [...INITDB, "-D", unfinished, `--pwfile=${passwordFile}`], {
      ...runAs(user),
      encoding: "utf8",
    });
    if (done.status !== 0) throw new Error(`initdb failed: ${done.error?.message ?? done.stderr}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, cluster);
  return cluster;
}

/** As root the files become the server user's; as anyone else they must already be ours. */
function giveTo(user: ServerUser, cluster: string): void {
  const owner = statSync(cluster).uid;
  if (user) {
    if (owner !== user.uid) chownAll(cluster, user.uid, user.gid);
  } else if (process.getuid && owner !== process.getuid()) {
    throw new Error(
      `The data in ${cluster} belongs to user ${owner}: start Pult as that user (or root), or set DATA_DIR to another folder`,
    );
  }
}

function chownAll(folder: string, uid: number, gid: number): void {
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    lchownSync(join(folder, entry), uid, gid);
  }
  chownSync(folder, uid, gid);
}
