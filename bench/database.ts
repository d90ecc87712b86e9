import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { closeDatabase } from "@/db/client";
import { DATABASE, startPostgres } from "@/db/launcher";
import { migrate } from "@/db/migrate";

export type BenchDatabase = {
  /** A connection of the owner's: statistics, vacuum, EXPLAIN. */
  admin: pg.Client;
  /** What runs, in words, for the report's head. */
  description: string;
  /** The server runs on this machine, so that its processor time can be read from /proc. */
  local: boolean;
  close: () => Promise<void>;
};

/**
 * The server to measure: DATABASE_URL when set (use a database you can throw away), else an embedded one in a
 * temporary folder. The verbs get one connection, so that every request's work lands in one known backend, unless a bench
 * asks for more.
 */
export async function openBenchDatabase({ connections = 1 } = {}): Promise<BenchDatabase> {
  process.env.DATABASE_POOL = String(connections);
  const given = process.env.DATABASE_URL;
  if (given) {
    const direct = process.env.DATABASE_DIRECT_URL || given;
    await migrate(direct, decodeURIComponent(new URL(given).username));
    return opened(direct, "DATABASE_URL", isHere(direct), async () => {});
  }
  const dataDir = await mkdtemp(join(tmpdir(), "pult-bench-"));
  const server = await startPostgres({ dataDir });
  const owner = server.url("postgres", DATABASE);
  await migrate(owner, "pult_login");
  process.env.DATABASE_URL = server.url("pult_login", DATABASE);
  process.env.DATABASE_DIRECT_URL = process.env.DATABASE_URL;
  // For an app that is started on this database, and migrates it first.
  process.env.BENCH_OWNER_URL = owner;
  return opened(owner, "embedded", true, async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
}

async function opened(
  url: string,
  name: string,
  local: boolean,
  cleanUp: () => Promise<void>,
): Promise<BenchDatabase> {
  const admin = new pg.Client({ connectionString: url });
  admin.on("error", () => {});
  await admin.connect();
  const { rows } = await admin.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  return {
    admin,
    description: `PostgreSQL ${rows[0]?.version} (${name})`,
    local,
    close: async () => {
      await admin.end();
      await closeDatabase();
      await cleanUp();
    },
  };
}

function isHere(url: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}
