import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { Client } from "pg";

const lock = 7_032_026;
const folder = path.join(process.cwd(), "db");
const migrations = path.join(folder, "migrations");
const afterwards = [path.join(folder, "security.sql"), path.join(folder, "../inngest/local/schema.sql")];

/**
 * Brings the database up to date: migrations, then roles, policies and grants, under one lock, so that
 * several servers may start at once. `runtimeRole` is the login the app uses when it is not this one.
 */
export async function migrate(url: string, runtimeRole?: string): Promise<void> {
  const client = new Client({ connectionString: url });
  // A connection lost on the way fails the query that waits for it; the event by itself would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lock]);
    await client.query("create extension if not exists pg_trgm");
    await applyMigrations(drizzle({ client }), { migrationsFolder: migrations });
    for (const file of afterwards) await client.query(await readFile(file, "utf8"));
    await letIn(client, runtimeRole);
  } finally {
    await client.end();
  }
}

/** Changes whenever a database migrated before is not what `migrate` would make now. */
export function migrationsHash(): string {
  const hash = createHash("sha256");
  const steps = readdirSync(migrations)
    .sort()
    .map((name) => path.join(migrations, name, "migration.sql"));
  for (const file of [...steps, ...afterwards]) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 12);
}

// The login takes a role only by asking (`set role`), so a query outside `inOrganization` sees nothing.
async function letIn(client: Client, runtimeRole: string | undefined): Promise<void> {
  const { rows } = await client.query<{ name: string; super: boolean }>(
    "select rolname as name, rolsuper as super from pg_roles where rolname = coalesce($1, current_user)",
    [runtimeRole ?? null],
  );
  const login = rows[0];
  if (!login || login.super) return;
  const name = client.escapeIdentifier(login.name);
  await client.query(`grant pult_app, pult_worker to ${name} with inherit false, set true`);
  await client.query(`grant pult_auth to ${name} with inherit true`);
}
