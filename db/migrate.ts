import { readFile } from "node:fs/promises";
import path from "node:path";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import { Client } from "pg";

const lock = 7_032_026;
const folder = path.join(process.cwd(), "db");

/**
 * Brings the database up to date: migrations, then roles, policies and grants, under one lock, so that
 * several servers may start at once. `runtimeRole` is the login the app uses when it is not this one.
 */
export async function migrate(url: string, runtimeRole?: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lock]);
    await client.query("create extension if not exists pg_trgm");
    await applyMigrations(drizzle({ client }), { migrationsFolder: path.join(folder, "migrations") });
    await client.query(await readFile(path.join(folder, "security.sql"), "utf8"));
    await client.query(await readFile(path.join(folder, "../inngest/local/schema.sql"), "utf8"));
    await letIn(client, runtimeRole);
  } finally {
    await client.end();
  }
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
