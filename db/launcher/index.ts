import { resolve } from "node:path";
import { findBinaries } from "./binaries";
import { ensureCluster } from "./cluster";
import { serverHome } from "./home";
import { takeLock } from "./lock";
import { adoptPostmaster, readPostmaster, stopPostmaster } from "./postmaster";
import { waitFor } from "./process";
import { provision } from "./provision";
import { keepSecret } from "./secrets";
import { logFile, startServer } from "./server";
import { serverUser } from "./server-user";
import { supervise } from "./supervise";

export { DataInUse } from "./lock";

/** `postgres` migrates and nothing else; the app runs as `pult_login`. */
export type Login = "postgres" | "pult_login";

export type Postgres = {
  url: (login: Login, database: string) => string;
  port: number;
  /** Its process. */
  pid: number;
  /** The server was already running, left by a launcher that was killed. */
  adopted: boolean;
  stop: () => Promise<void>;
};

export const DATABASE = "pult";

type Options = {
  dataDir: string;
  fsync?: boolean;
  /** Started again, on its port, when it ends by itself; for whoever does not stop and start it himself. */
  watched?: boolean;
};
type Server = Options & { home: string; port?: number | undefined };

/**
 * Runs the embedded PostgreSQL on `dataDir` for this process alone: made at the first start, adopted when a killed
 * launcher left it running, stopped and unlocked by `stop`. @throws DataInUse when another launcher has the folder
 */
export async function startPostgres(options: Options): Promise<Postgres> {
  const dataDir = resolve(options.dataDir);
  const home = serverHome(dataDir, serverUser());
  const lock = takeLock(dataDir);
  try {
    const server = await runServer({ ...options, dataDir, home });
    const again = () => runServer({ ...options, dataDir, home, port: server.port });
    const { stop } = options.watched ? supervise(server, again) : server;
    return {
      ...server,
      stop: async () => {
        await stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The same without the lock, which the caller holds, and nobody looks after it; on `port` when one is given. */
export async function runServer({ dataDir, home, port, fsync = true }: Server): Promise<Postgres> {
  const user = serverUser();
  const passwords = {
    postgres: keepSecret(dataDir, "postgres"),
    pult_login: keepSecret(dataDir, "pult_login"),
  };
  const binaries = findBinaries(user, home);
  const cluster = ensureCluster(home, binaries, user, passwords.postgres);
  const adopted = await adoptPostmaster(cluster);
  const server =
    adopted ?? (await startServer({ cluster, binaries, user, log: logFile(dataDir), fsync, port }));
  const url = (login: Login, database: string) =>
    `postgresql://${login}:${passwords[login]}@127.0.0.1:${server.port}/${database}`;
  const stop = () => stopPostmaster(cluster, server.pid);
  try {
    await provision(url("postgres", "postgres"), {
      name: "pult_login",
      password: passwords.pult_login,
      database: DATABASE,
    });
  } catch (error) {
    // It died in the moment we found it: the next one is ours.
    const gone = () => (readPostmaster(cluster)?.pid === adopted?.pid ? null : true);
    if (adopted && (await waitFor(2_000, gone))) return runServer({ dataDir, home, port, fsync });
    if (!adopted) await stop();
    throw error;
  }
  return { url, port: server.port, pid: server.pid, adopted: adopted !== null, stop };
}
