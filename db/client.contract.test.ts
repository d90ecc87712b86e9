import { type SQL, sql } from "drizzle-orm";
import { bigint, integer, pgTable, text } from "drizzle-orm/pg-core";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { isNeon, type OpenDatabase, openDatabase } from "@/db/client";
import { instant } from "@/db/schema/_columns";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { type Bridge, bridgeNeonTo } from "@/db/testing/ws-bridge";

// One list of expectations, held against both drivers: what passes here may be relied on anywhere above.
const sample = pgTable("sample", {
  id: integer().primaryKey(),
  name: text().unique(),
  parent: integer(),
  amount: bigint({ mode: "number" }),
  at: instant(),
});

test("Neon's hosts are told by their names", () => {
  expect(isNeon("postgresql://u:p@ep-cool-1-pooler.eu-central-1.aws.neon.tech/db?sslmode=require")).toBe(
    true,
  );
  expect(isNeon("postgresql://u:p@neon.tech.example.com/db")).toBe(false);
  expect(isNeon("postgresql://u:p@127.0.0.1:5432/neon.tech")).toBe(false);
});

describe.each(["pg", "neon"] as const)("the %s driver", (driver) => {
  let server: TestDatabase;
  let bridge: Bridge;
  let open: OpenDatabase;

  beforeAll(async () => {
    server = await createTestDatabase();
    bridge = await bridgeNeonTo(server.directUrl);
    open = openDatabase(server.directUrl, { driver, max: 4 });
    await open.database.execute(sql`create table sample (
      id integer primary key, name text unique, parent integer references sample (id), amount bigint, at timestamptz)`);
  });
  afterEach(() => open.database.delete(sample));
  afterAll(async () => {
    await open.pool.end();
    await bridge.close();
    await server.drop();
  });

  const ids = async () =>
    (await open.database.select({ id: sample.id }).from(sample).orderBy(sample.id)).map((r) => r.id);
  const first = async (query: SQL) => (await open.database.execute<Record<string, unknown>>(query)).rows[0];
  const insert = (row: typeof sample.$inferInsert) => open.database.insert(sample).values(row);

  test("is the one at work", async () => {
    await ids();
    expect(bridge.served() > 0).toBe(driver === "neon");
  });

  test("a transaction is kept whole when it succeeds and gone when it throws", async () => {
    await open.database.transaction(async (tx) => {
      await tx.insert(sample).values({ id: 1 });
      await tx.insert(sample).values({ id: 2 });
    });
    const failing = open.database.transaction(async (tx) => {
      await tx.insert(sample).values({ id: 3 });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await ids()).toEqual([1, 2]);
  });

  test("a transaction inside one can fail alone", async () => {
    await open.database.transaction(async (tx) => {
      await tx.insert(sample).values({ id: 1 });
      await tx.transaction((inner) => inner.insert(sample).values({ id: 1 })).catch(() => {});
      await tx.insert(sample).values({ id: 2 });
    });
    expect(await ids()).toEqual([1, 2]);
  });

  test("a setting made for a transaction ends with it, on every connection of the pool", async () => {
    const organization = sql`select current_setting('app.organization_id', true) as value`;
    const seen = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        open.database
          .transaction(async (tx) => {
            await tx.execute(sql`select set_config('app.organization_id', ${String(n)}, true)`);
            const value = (await tx.execute<{ value: string }>(organization)).rows[0]?.value;
            if (n % 3 === 0) throw Object.assign(new Error("thrown on purpose"), { value });
            return value;
          })
          .catch((error: { value?: string }) => error.value),
      ),
    );
    expect(seen).toEqual(Array.from({ length: 40 }, (_, n) => String(n)));
    const left = await Promise.all(Array.from({ length: 8 }, () => first(organization)));
    expect(left.every((row) => !row?.value)).toBe(true);
  });

  test("a bigint is a number, in a column and in raw SQL, and one too large is refused", async () => {
    await insert({ id: 1, amount: Number.MAX_SAFE_INTEGER });
    expect(await open.database.select({ amount: sample.amount }).from(sample)).toEqual([
      { amount: Number.MAX_SAFE_INTEGER },
    ]);
    expect(await first(sql`select count(*) as n, 9007199254740991::bigint as most from sample`)).toEqual({
      n: 1,
      most: Number.MAX_SAFE_INTEGER,
    });
    await expect(first(sql`select 9007199254740993::bigint as n`)).rejects.toMatchObject({
      cause: expect.any(RangeError),
    });
    expect(await first(sql`select 1 as one`)).toEqual({ one: 1 });
  });

  test("an instant is the same Date after storing, whatever the session's time zone", async () => {
    const at = new Date("2026-03-29T01:30:00.123Z");
    await insert({ id: 1, at });
    await open.database.transaction(async (tx) => {
      await tx.execute(sql`set local time zone 'Asia/Almaty'`);
      expect(await tx.select({ at: sample.at }).from(sample).where(sql`${sample.at} = ${sample.at}`)).toEqual(
        [{ at }],
      );
    });
  });

  test("text, json and arrays come back as they went", async () => {
    const odd = "ё « \\ ' \" \u{1F600} \u202e";
    const row = await first(
      sql`select ${odd}::text as text, ${{ odd }}::jsonb as json, array['a', 'б'] as list`,
    );
    expect(row).toEqual({ text: odd, json: { odd }, list: ["a", "б"] });
  });

  test("a refusal says which: unique 23505, foreign key 23503, serialization 40001", async () => {
    await insert({ id: 1, name: "one" });
    await expect(insert({ id: 2, name: "one" })).rejects.toMatchObject({
      cause: { code: "23505", constraint: "sample_name_key" },
    });
    await expect(insert({ id: 3, parent: 99 })).rejects.toMatchObject({ cause: { code: "23503" } });
    const stale = open.database.transaction(
      async (tx) => {
        await tx.select().from(sample);
        await open.database.update(sample).set({ amount: 1 });
        await tx.update(sample).set({ amount: 2 });
      },
      { isolationLevel: "serializable" },
    );
    await expect(stale).rejects.toMatchObject({ cause: { code: "40001" } });
  });

  test("a terminated idle connection is replaced", async () => {
    const row = await first(sql`select pg_backend_pid() as pid`);
    await terminate(server.directUrl, Number(row?.pid));
    await expect.poll(() => ids().catch(() => "not yet"), { timeout: 5_000 }).toEqual([]);
  });

  test("a connection terminated in a transaction fails that transaction and nothing else", async () => {
    const cut = open.database.transaction(async (tx) => {
      await tx.insert(sample).values({ id: 1 });
      const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await terminate(server.directUrl, rows[0]?.pid);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await tx.insert(sample).values({ id: 2 });
    });
    await expect(cut).rejects.toThrow();
    expect(await ids()).toEqual([]);
  });

  test("a notification reaches a direct listener after commit, and never after a rollback", async () => {
    const listener = new Client({ connectionString: server.directUrl });
    const heard: (string | undefined)[] = [];
    listener.on("notification", (message) => heard.push(message.payload));
    await listener.connect();
    await listener.query("listen contract");
    const notify = (payload: string, fail: boolean) =>
      open.database.transaction(async (tx) => {
        await tx.execute(sql`select pg_notify('contract', ${payload})`);
        if (fail) throw new Error("rolled back");
      });
    await notify("lost", true).catch(() => {});
    await notify("kept", false);
    await expect.poll(() => heard, { timeout: 5_000 }).toEqual(["kept"]);
    await listener.end();
  });
});

async function terminate(url: string, pid: number | undefined): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("select pg_terminate_backend($1, 5000)", [pid]);
  await client.end();
}
