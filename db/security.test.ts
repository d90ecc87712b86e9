import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "./testing";

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.directUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function names(query: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(query);
  return rows.map((row) => row.name);
}

const owned = `select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid
  where a.attname = 'organization_id' and not a.attisdropped and c.relkind in ('r', 'p')
    and c.relnamespace = 'public'::regnamespace`;

describe("the catalog", () => {
  it("knows the tables of organizations at all", async () => {
    expect((await names(`select oid::regclass::text as name from (${owned}) t`)).length).toBeGreaterThan(15);
  });

  it("forces row level security with a policy on every table of an organization", async () => {
    const open = await names(
      `select c.oid::regclass::text as name from pg_class c where c.oid in (${owned})
        and not (c.relrowsecurity and c.relforcerowsecurity
          and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'organization'))`,
    );
    expect(open).toEqual([]);
  });

  it("has the organization in every foreign key between such tables", async () => {
    const loose = await names(
      `select k.conname as name from pg_constraint k
        where k.contype = 'f' and k.conrelid in (${owned}) and k.confrelid in (${owned})
          and not exists (select from pg_attribute a
            where a.attrelid = k.conrelid and a.attname = 'organization_id' and a.attnum = any (k.conkey))`,
    );
    expect(loose).toEqual([]);
  });

  it("starts every unique key of such a table with the organization", async () => {
    const global = await names(
      `select i.indexrelid::regclass::text as name from pg_index i
        where i.indisunique and i.indrelid in (${owned}) and not exists (
          select from pg_attribute a
          where a.attrelid = i.indrelid and a.attnum = i.indkey[0] and a.attname = 'organization_id')`,
    );
    // A letter's own id: account mail belongs to no organization.
    expect(global).toEqual(["message_pkey"]);
  });

  it("has no view that would look past the policies", async () => {
    const views = await names(
      `select c.relname as name from pg_class c where c.relkind in ('v', 'm')
        and c.relnamespace = 'public'::regnamespace
        and not coalesce(c.reloptions::text, '') like '%security_invoker=true%'`,
    );
    expect(views).toEqual([]);
  });

  it("gives the roles no way around", async () => {
    const strong = await names(
      "select rolname as name from pg_roles where rolname like 'pult_%' and (rolsuper or rolbypassrls or rolcreaterole)",
    );
    expect(strong).toEqual([]);
  });
});

describe("the app's login", () => {
  it("sees no row without a role, and only its organization's with one", async () => {
    const [a, b] = ["00000000-0000-7000-8000-00000000000a", "00000000-0000-7000-8000-00000000000b"];
    for (const [id, slug] of [
      [a, "a"],
      [b, "b"],
    ]) {
      await owner.query(
        "insert into organization (id, name, slug, time_zone, currency, language) values ($1, $2, $2, 'UTC', 'EUR', 'en')",
        [id, slug],
      );
    }
    const app = new pg.Client({ connectionString: database.url });
    await app.connect();
    await expect(app.query("select * from organization")).rejects.toThrow(/permission denied/);
    await app.query("begin");
    await app.query("select set_config('role', 'pult_app', true)");
    expect((await app.query("select slug from organization")).rows).toEqual([]);
    await app.query("select set_config('app.organization_id', $1, true)", [a]);
    expect((await app.query("select slug from organization")).rows).toEqual([{ slug: "a" }]);
    await expect(
      app.query("insert into team (organization_id, id, name) values ($1, gen_random_uuid(), 'x')", [b]),
    ).rejects.toThrow(/row-level security/);
    await app.query("rollback");
    await app.end();
  });
});
