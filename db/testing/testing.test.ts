import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing";

const made: TestDatabase[] = [];
afterAll(() => Promise.all(made.map((database) => database.drop())));

test("two test databases share nothing, and the app's login owns nothing in them", async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  made.push(one, other);
  await query(one.directUrl, "create table here (id int)");
  expect(await query(one.directUrl, "select to_regclass('here') is not null as there")).toEqual([
    { there: true },
  ]);
  expect(await query(other.directUrl, "select to_regclass('here') is not null as there")).toEqual([
    { there: false },
  ]);
  expect(
    await query(
      one.url,
      "select current_user as name, (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as strong",
    ),
  ).toEqual([{ name: "pult_login", strong: false }]);
});

test("the app's login sees a table only after taking a role", async () => {
  const database = await createTestDatabase();
  made.push(database);
  await expect(query(database.url, "select * from deal")).rejects.toMatchObject({ code: "42501" });
  expect(await query(database.url, "set role pult_app; select * from deal")).toEqual([]);
});

async function query(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query(statement);
    return Array.isArray(result) ? result.at(-1).rows : result.rows;
  } finally {
    await client.end();
  }
}
