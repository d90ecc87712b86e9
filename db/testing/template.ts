import pg from "pg";
import { migrate, migrationsHash } from "@/db/migrate";
import type { TestCluster } from "./cluster";

const LOCK = 7_032_027;
const KEEP_MINUTES = 120;

/** The migrated database that test databases are copied from; made again when the migrations changed. */
export async function ensureTemplate(cluster: TestCluster): Promise<string> {
  const admin = new pg.Client({ connectionString: cluster.url("postgres", "postgres") });
  admin.on("error", () => {});
  await admin.connect();
  try {
    await admin.query("select pg_advisory_lock($1)", [LOCK]);
    const { rows } = await admin.query<{ datname: string }>("select datname from pg_database");
    const names = rows.map((row) => row.datname);
    const hash = migrationsHash();
    const made = names.find((name) => name.startsWith(`pult_template_${hash}_`));
    for (const name of names.filter((name) => name !== made && isLeftOver(name))) {
      await admin.query(`drop database if exists ${name} with (force)`);
    }
    return made ?? (await make(admin, cluster, hash));
  } finally {
    await admin.end();
  }
}

/** Migrated under another name first: a template is there complete or not at all. */
async function make(admin: pg.Client, cluster: TestCluster, hash: string): Promise<string> {
  const name = `pult_template_${hash}_${minutes()}`;
  await admin.query("drop database if exists pult_unfinished with (force)");
  await admin.query("create database pult_unfinished");
  await migrate(cluster.url("postgres", "pult_unfinished"), "pult_login");
  await admin.query(`alter database pult_unfinished rename to ${name}`);
  return name;
}

/** Databases carry in their name the minute they were made, so that an interrupted run's are cleared one day. */
function isLeftOver(name: string): boolean {
  const made = /^pult_(?:template_[0-9a-f]+|test_[0-9a-f]+)_(\d+)$/.exec(name)?.[1];
  return made !== undefined && minutes() - Number(made) > KEEP_MINUTES;
}

/** Minutes since 1970. */
export function minutes(): number {
  return Math.floor(Date.now() / 60_000);
}
