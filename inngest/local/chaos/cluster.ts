import { execFile } from "node:child_process";
import { chmodSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { DATABASE, startPostgres } from "@/db/launcher";
import { findBinaries } from "@/db/launcher/binaries";
import { serverHome } from "@/db/launcher/home";
import { runAs, serverUser } from "@/db/launcher/server-user";
import { migrate } from "@/db/migrate";

export interface Cluster {
  /** As the executor connects: the app's login in the worker's role. */
  url: string;
  /** As the superuser. */
  adminUrl: string;
  /** Stops the server and starts it again at the same address: `immediate` is a crash, with recovery after it. */
  restart(mode: "fast" | "immediate"): Promise<void>;
  stop(): Promise<void>;
}

/** A migrated database on a server of its own in `dataDir`, to be thrown away. */
export async function openCluster(dataDir: string): Promise<Cluster> {
  const server = await startPostgres({ dataDir, fsync: false });
  const adminUrl = server.url("postgres", DATABASE);
  await migrate(adminUrl, "pult_login");
  const url = new URL(server.url("pult_login", DATABASE));
  url.searchParams.set("options", "-c role=pult_worker");

  const user = serverUser();
  const home = serverHome(dataDir, user);
  const program = join(dirname(findBinaries(user, home).postgres), "pg_ctl");
  chmodSync(program, 0o755);
  const control = (verb: string, mode: string) =>
    promisify(execFile)(
      program,
      [verb, "-w", "-t", "120", "-m", mode, "-D", join(home, "postgres"), "-l", "/dev/null"],
      runAs(user),
    );

  return {
    url: url.href,
    adminUrl,
    restart: async (mode) => void (await control("restart", mode)),
    stop: async () => {
      await control("stop", "immediate");
      await server.stop();
    },
  };
}
