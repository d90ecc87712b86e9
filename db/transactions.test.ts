import { sql } from "drizzle-orm";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenDatabase, openDatabase, type Transaction } from "@/db/client";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { type Bridge, bridgeNeonTo } from "@/db/testing/ws-bridge";
import { keep } from "./kept-statements";
import { transactionWith } from "./transactions";

const ids = ["01900000-0000-7000-8000-00000000000a", "01900000-0000-7000-8000-00000000000b"] as const;
const worker = "set local role pult_worker";
const appOf = (id: string) => `set local role pult_app; set local app.organization_id = '${id}'`;

// One connection in each pool: whatever a transaction leaves behind, the next one finds.
describe.each(["pg", "neon"] as const)("a transaction of the %s driver", (driver) => {
  let server: TestDatabase;
  let bridge: Bridge;
  let open: OpenDatabase;

  beforeAll(async () => {
    server = await createTestDatabase();
    bridge = await bridgeNeonTo(server.directUrl);
    open = openDatabase(server.url, { driver, max: 1 });
    for (const id of ids)
      await transactionWith(open, worker, (tx) =>
        tx.execute(sql`insert into organization (id, name, slug, time_zone, currency, language)
          values (${id}, 'Acme', ${id}, 'UTC', 'EUR', 'en')`),
      );
  });
  afterAll(async () => {
    await open.pool.end();
    await bridge.close();
    await server.drop();
  });

  type State = { role: string; organization: string | null; pid: number };
  const state = sql`select current_user as role, nullif(current_setting('app.organization_id', true), '') as organization,
    pg_backend_pid() as pid`;
  const within = async (tx: Transaction) => (await tx.execute<State>(state)).rows[0];
  const outside = async () => (await open.database.execute<State>(state)).rows[0];

  test("has its settings to its end, through a savepoint that is rolled back, and leaves none", async () => {
    const login = new URL(server.url).username;
    const expected = { role: "pult_app", organization: ids[0] };
    await transactionWith(open, appOf(ids[0]), async (tx) => {
      expect(await within(tx)).toMatchObject(expected);
      await expect(tx.transaction((inner) => inner.execute(sql`select 1 / 0`))).rejects.toThrow();
      expect(await within(tx)).toMatchObject(expected);
    });
    expect(await outside()).toMatchObject({ role: login, organization: null });
    await expect(
      transactionWith(open, appOf(ids[0]), (tx) => tx.execute(sql`select 1 / 0`)),
    ).rejects.toThrow();
    expect(await outside()).toMatchObject({ role: login, organization: null });
  });

  test("that cannot begin, or whose connection is cut, leaves no connection to the next", async () => {
    const before = await outside();
    await expect(transactionWith(open, "set local role nobody_at_all", within)).rejects.toThrow();
    const after = await outside();
    expect(after?.pid).not.toBe(before?.pid);
    const cut = transactionWith(open, worker, async (tx) => {
      await terminate(server.directUrl, (await within(tx))?.pid);
      await within(tx);
    });
    await expect(cut).rejects.toThrow();
    expect((await transactionWith(open, appOf(ids[1]), within))?.organization).toBe(ids[1]);
  });

  test("reads a kept statement anew for each role and organization", async () => {
    const seen = async (tx: Transaction) => {
      const { rows } = await tx.execute<{ id: string }>(
        sql`${sql.raw(keep)} select id from organization where name = ${"Acme"} order by id`,
      );
      return rows.map(({ id }) => id);
    };
    for (let round = 0; round < 8; round++) {
      expect(await transactionWith(open, appOf(ids[0]), seen)).toEqual([ids[0]]);
      expect(await transactionWith(open, worker, seen)).toEqual(ids);
      expect(await transactionWith(open, appOf(ids[1]), seen)).toEqual([ids[1]]);
    }
    const { rows } = await open.database.execute<{ one: number }>(
      sql`select 1 as one from pg_prepared_statements where statement like ${`${keep} select id from organization%`}`,
    );
    expect(rows.length).toBe(1);
  });
});

async function terminate(url: string, pid: number | undefined): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("select pg_terminate_backend($1, 5000)", [pid]);
  await client.end();
}
