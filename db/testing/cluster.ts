import { join, resolve } from "node:path";
import pg from "pg";
import { type Login, runServer } from "@/db/launcher";
import { serverHome } from "@/db/launcher/home";
import { waitForLock } from "@/db/launcher/lock";
import { provision } from "@/db/launcher/provision";
import { keepSecret } from "@/db/launcher/secrets";
import { serverUser } from "@/db/launcher/server-user";

export type TestCluster = {
  url: (login: Login, database: string) => string;
  /** Gives the cluster back; the last run to leave stops it. */
  leave: () => Promise<void>;
};

const GUEST = "pult_tests";
const { DATA_DIR, TEST_CLUSTER_DIR } = process.env;
const dataDir = resolve(TEST_CLUSTER_DIR ?? join(DATA_DIR ? join(DATA_DIR, "test") : ".test", "cluster"));

/**
 * The server all test runs share: TEST_DATABASE_URL (a superuser's) when set, else one embedded cluster without
 * fsync, started by the first run that comes.
 */
export async function joinTestCluster(): Promise<TestCluster> {
  const home = serverHome(dataDir, serverUser());
  const given = process.env.TEST_DATABASE_URL;
  if (given) return joinGiven(given);
  const lock = await waitForLock(dataDir, 120_000);
  try {
    const server = await runServer({ dataDir, home, fsync: false });
    // Each run keeps one connection open: who looks at the others knows whether anybody is still at work.
    const guest = await connect(server.url("postgres", "postgres"));
    return { url: server.url, leave: () => leave(guest, server.stop) };
  } finally {
    lock.release();
  }
}

async function leave(guest: pg.Client, stop: () => Promise<void>): Promise<void> {
  const lock = await waitForLock(dataDir, 120_000);
  try {
    const others = await guest.query(
      "select from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()",
      [GUEST],
    );
    await guest.end();
    if (others.rowCount === 0) await stop();
  } finally {
    lock.release();
  }
}

async function joinGiven(superuserUrl: string): Promise<TestCluster> {
  const password = keepSecret(dataDir, "pult_login");
  await provision(superuserUrl, { name: "pult_login", password, database: "pult" });
  const url = (login: Login, database: string) => {
    const address = new URL(superuserUrl);
    address.pathname = `/${database}`;
    if (login === "pult_login") Object.assign(address, { username: login, password });
    return address.href;
  };
  return { url, leave: async () => {} };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: GUEST });
  client.on("error", () => {});
  await client.connect();
  return client;
}
