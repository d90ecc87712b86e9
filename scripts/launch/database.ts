import pg from "pg";
import { DATABASE, DataInUse, startPostgres } from "@/db/launcher";
import { migrate } from "@/db/migrate";
import { Refusal, type Settings } from "./settings";

export type RunningDatabase = {
  /** The app's login. */
  url: string;
  /** For LISTEN, which a connection pooler cannot carry. */
  directUrl: string;
  empty: boolean;
  embedded: boolean;
  stop: () => Promise<void>;
};

/** The database, up to date: the server of DATABASE_URL, else the embedded one on DATA_DIR. @throws Refusal */
export async function openDatabase({ databaseUrl, dataDir }: Settings): Promise<RunningDatabase> {
  if (databaseUrl) return useGiven(databaseUrl, process.env.DATABASE_DIRECT_URL || databaseUrl);
  const server = await startPostgres({ dataDir, watched: true }).catch((error: unknown) => {
    if (error instanceof DataInUse) throw new Refusal(error.message);
    throw error;
  });
  try {
    const owner = server.url("postgres", DATABASE);
    await migrate(owner, "pult_login");
    const url = server.url("pult_login", DATABASE);
    return { url, directUrl: url, empty: await isEmpty(owner), embedded: true, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function useGiven(url: string, directUrl: string): Promise<RunningDatabase> {
  const runtime = decodeURIComponent(new URL(url).username);
  try {
    await migrate(directUrl, runtime || undefined);
    return { url, directUrl, empty: await isEmpty(directUrl), embedded: false, stop: async () => {} };
  } catch (error) {
    if (!isConnectionFailure(error)) throw error;
    throw new Refusal(
      `The database at ${new URL(directUrl).host} does not answer: ${error.message || error.code}`,
    );
  }
}

async function isEmpty(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ empty: boolean }>(
      'select not exists (select from auth."user") as empty',
    );
    return rows[0]?.empty ?? false;
  } finally {
    await client.end();
  }
}

// Refused, not found, wrong password, no such database: the address is wrong or the server is down.
function isConnectionFailure(error: unknown): error is Error & { code: string } {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return false;
  return /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|28|3D000)/.test(error.code);
}
