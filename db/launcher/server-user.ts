import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Who the server runs as; `null` is the user of this process. Postgres refuses to run as root. */
export type ServerUser = { name: string; uid: number; gid: number } | null;

/** The first of `postgres` and `nobody` this machine has, when we are root; else nobody in particular. */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(":") ?? [];
    if (uid && gid) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new Error("PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody");
}

/** Spawn options that make a child run as `user`; it starts in `/`, since it may not enter our own folder. */
export function runAs(user: ServerUser) {
  return user ? { uid: user.uid, gid: user.gid, cwd: "/" } : { cwd: "/" };
}

/** Whether `user` can walk down to `folder` and read in it, asked of the kernel rather than of mode bits. */
export function canEnter(user: ServerUser, folder: string): boolean {
  if (!user) return true;
  return spawnSync("/bin/sh", ["-c", 'cd "$0" && test -r .', folder], runAs(user)).status === 0;
}
