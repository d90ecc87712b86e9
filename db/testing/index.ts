import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase } from "@/db/client";
import { minutes } from "./template";

export type TestDatabase = {
  /** As the app connects: `pult_login`, under row level security. */
  url: string;
  /** As the superuser: migrations, and looking at everything. */
  directUrl: string;
  drop: () => Promise<void>;
};

/** A migrated database of its own, about 50 ms. Whoever asks for it drops it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject("testServer");
  const name = `pult_test_${randomBytes(6).toString("hex")}_${minutes()}`;
  const run = (statement: string) => once(`${server.postgres}postgres`, statement);
  await run(`create database ${name} template ${server.template}`);
  return {
    url: `${server.pult_login}${name}`,
    directUrl: `${server.postgres}${name}`,
    drop: () => run(`drop database if exists ${name} with (force)`),
  };
}

/** Gives the test file a database of its own as DATABASE_URL, from its first test to its last. */
export function useTestDatabase(): void {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await createTestDatabase();
    process.env.DATABASE_URL = database.url;
    process.env.DATABASE_DIRECT_URL = database.directUrl;
  });
  afterAll(async () => {
    await closeDatabase();
    await database?.drop();
  });
}

async function once(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
