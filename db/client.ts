import { Pool as NeonPool, neonConfig, types as neonTypes } from "@neondatabase/serverless";
import { drizzle as drizzleNeon } from "drizzle-orm/neon-serverless";
import { drizzle as drizzlePg, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { Pool, types as pgTypes } from "pg";
import { WebSocket } from "ws";

/** The database as everything above sees it; which driver carries it is settled here and nowhere else. */
export type Database = NodePgDatabase;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

export type Driver = "pg" | "neon";
/** What drizzle asks a connection for: a statement and its values. */
export type Connection = {
  query: (asked: { text: string; name?: string }, values?: unknown[]) => Promise<unknown>;
};

export type OpenDatabase = {
  database: Database;
  pool: Pool;
  /** The same over one connection. */
  over: (connection: Connection) => Database;
};

/** bigint holds money, versions and counts here, all far below 2^53: a number, in raw SQL too. */
function readBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a number`);
  return value;
}

for (const types of [pgTypes, neonTypes]) types.setTypeParser(types.builtins.INT8, readBigint);

/** Neon's servers are reached over WebSocket, all others over Postgres' own protocol. */
export function isNeon(url: string): boolean {
  return new URL(url).hostname.endsWith(".neon.tech");
}

/**
 * Opens a pool on `url`. A connection that dies in the background is dropped, not thrown: without the two
 * listeners one terminated backend would end the process.
 */
export function openDatabase(
  url: string,
  { driver = isNeon(url) ? "neon" : "pg", max = 10 }: { driver?: Driver; max?: number } = {},
): OpenDatabase {
  if (driver === "neon") {
    neonConfig.webSocketConstructor ??= WebSocket;
    const pool = new NeonPool({ connectionString: url, max });
    surviveLostConnections(pool);
    // Both drivers run the same drizzle core; only the result's envelope type differs.
    const over = (client: unknown) =>
      drizzleNeon({ client: client as NeonPool, jit: true }) as unknown as Database;
    return { database: over(pool), pool: pool as unknown as Pool, over };
  }
  const pool = new Pool({ connectionString: url, max, keepAlive: true });
  surviveLostConnections(pool);
  const over = (client: unknown) => drizzlePg({ client: client as Pool, jit: true });
  return { database: over(pool), pool, over };
}

function surviveLostConnections(pool: Pool | NeonPool): void {
  const ignore = () => {};
  const listening = pool as Pool;
  listening.on("error", ignore);
  listening.on("connect", (client) => client.on("error", ignore));
}

const home = globalThis as typeof globalThis & { pultDatabase?: OpenDatabase };

/** The process's pool on DATABASE_URL, kept across reloads in development. @throws when the variable is not set */
export function openRuntime(): OpenDatabase {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set; start Pult with npm start or npm run dev");
  home.pultDatabase ??= openDatabase(url, { max: Number(process.env.DATABASE_POOL ?? 10) });
  return home.pultDatabase;
}

export function getDatabase(): Database {
  return openRuntime().database;
}

/** Closes the process's pool; the next use opens a new one. */
export async function closeDatabase(): Promise<void> {
  const open = home.pultDatabase;
  home.pultDatabase = undefined;
  await open?.pool.end();
}

/** The address for LISTEN and migrations, which a connection pooler cannot carry. */
export function directUrl(): string {
  return process.env.DATABASE_DIRECT_URL ?? process.env.DATABASE_URL ?? "";
}
