import { spawn } from "node:child_process";
import { connect, createServer } from "node:net";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort } from "@/db/launcher/free-port";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { type Database, transaction } from "./database";
import { EFFECTS, effectFunctions } from "./fixtures/effects";
import { LEASE_SECONDS } from "./queue";
import { createTestApp, silentLogger, type TestApp } from "./testing";

const WORKER = fileURLToPath(new URL("./fixtures/worker.ts", import.meta.url));

describe("leases", { timeout: 60_000 }, () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  const apps: TestApp[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
    pool = new pg.Pool({ connectionString: database.directUrl });
    pool.on("error", () => {});
    await pool.query(EFFECTS);
  });
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.close();
    await pool.end();
    await database.drop();
  });

  async function open(
    define: Parameters<typeof createTestApp>[1],
    options: Parameters<typeof createTestApp>[2] = {},
  ) {
    const app = await createTestApp(database.directUrl, define, options);
    apps.push(app);
    return app;
  }
  const worker = (hang = false) => open((client) => effectFunctions(client, pool, hang), { pollMs: 20 });

  async function effects(): Promise<string[]> {
    const { rows } = await pool.query<{ step: string }>("select step from effect order by at");
    return rows.map(({ step }) => step);
  }
  const until = (check: () => Promise<boolean>) =>
    expect.poll(check, { timeout: 30_000, interval: 20 }).toBe(true);
  const allEnded = async () => {
    const { rows } = await pool.query("select from inngest_local.run where ended_at is null");
    return rows.length === 0;
  };
  const passLease = () =>
    pool.query("update inngest_local.setting set clock_offset = clock_offset + make_interval(secs => $1)", [
      LEASE_SECONDS + 1,
    ]);

  it("a killed process loses nothing: another goes on after its last finished step", async () => {
    const survivor = await worker();
    await survivor.executor.sync();
    const victim = spawn(process.execPath, ["--import", "tsx", WORKER], {
      env: { ...process.env, DATABASE_URL: database.directUrl },
      stdio: "inherit",
    });
    await survivor.client.send({ name: "work" });
    await until(async () => (await effects()).includes("hung"));
    victim.kill("SIGKILL");
    await survivor.executor.drain();
    expect(await effects()).toEqual(["first", "hung"]);
    await passLease();
    await survivor.executor.drain();
    expect(await effects()).toEqual(["first", "hung", "second", "third"]);
    expect(await survivor.executor.runs.list()).toMatchObject([{ status: "completed" }]);
  });

  it("a worker that was paused past its lease writes nothing, even while another is at it", async () => {
    const gates = { late: gate(), "in time": gate() };
    const answering = (answer: keyof typeof gates) =>
      open(
        (client) => [
          client.createFunction({ id: "work", triggers: { event: "work" } }, async ({ step }) => {
            const given = await step.run("answer", () => gates[answer].pass(answer));
            await step.run("after", () => void pool.query("insert into effect values ('', $1)", [answer]));
            return given;
          }),
        ],
        // A single slot, or the paused worker would take its own expired job again.
        { pollMs: 20, concurrency: 1 },
      );
    const paused = await answering("late");
    await paused.executor.start();
    await paused.client.send({ name: "work" });
    await gates.late.reached;
    await passLease();
    const other = await answering("in time");
    await other.executor.start();
    await gates["in time"].reached;
    gates.late.open();
    await paused.executor.stop();
    expect(await effects()).toEqual([]);
    gates["in time"].open();
    await until(allEnded);
    const [run] = await other.executor.runs.list();
    expect(await other.executor.runs.get(run?.id ?? "")).toMatchObject({
      status: "completed",
      output: "in time",
      steps: [{ data: "in time" }, {}],
    });
    expect(await effects()).toEqual(["in time"]);
  });

  it("two workers at once never do a step twice", async () => {
    const [one, two] = [await worker(), await worker()];
    await one.executor.start();
    await two.executor.start();
    await one.client.send(Array.from({ length: 40 }, () => ({ name: "work" })));
    await until(allEnded);
    const { rows } = await pool.query("select run_id, step from effect group by 1, 2 having count(*) > 1");
    expect(rows).toEqual([]);
    expect(await effects()).toHaveLength(120);
  });

  it("a concurrency limit holds across workers", async () => {
    let busy = 0;
    let most = 0;
    const limited: Parameters<typeof createTestApp>[1] = (client) => [
      client.createFunction(
        {
          id: "work",
          triggers: { event: "work" },
          concurrency: { key: "event.data.organizationId", limit: 2 },
        },
        async () => {
          most = Math.max(most, ++busy);
          await new Promise((resolve) => setTimeout(resolve, 10));
          busy -= 1;
        },
      ),
    ];
    const workers = await Promise.all([1, 2, 3].map(() => open(limited, { pollMs: 5 })));
    for (const { executor } of workers) await executor.start();
    await workers[0]?.client.send(
      Array.from({ length: 40 }, () => ({ name: "work", data: { organizationId: "o1" } })),
    );
    await until(allEnded);
    expect(most).toBe(2);
  });

  it("stopping waits for what runs, within its grace", async () => {
    const app = await worker();
    await app.executor.start();
    await app.client.send({ name: "work" });
    await until(async () => (await effects()).length > 0);
    await app.executor.stop({ graceMs: 5_000 });
    expect(await app.executor.runs.list()).toMatchObject([{ status: "completed" }]);
  });

  it("stopping returns the leases of what outlasts the grace, for others to take at once", async () => {
    const stopping = await worker(true);
    await stopping.executor.start();
    await stopping.client.send({ name: "work" });
    await until(async () => (await effects()).includes("hung"));
    await stopping.executor.stop({ graceMs: 20 });
    const other = await worker();
    await other.executor.drain();
    expect(await effects()).toEqual(["first", "hung", "second", "third"]);
  });

  it("terminated connections lose nothing", async () => {
    const options = { pollMs: 20, logger: silentLogger };
    const app = await open((client) => effectFunctions(client, pool, false), options);
    await app.executor.start();
    await app.client.send(Array.from({ length: 30 }, () => ({ name: "work" })));
    for (let cut = 0; cut < 8; cut++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name = 'executor'`,
      );
    }
    await passLease();
    await until(allEnded);
    const { rows } = await pool.query<{ runs: number; steps: number }>(
      "select count(distinct run_id)::int as runs, count(distinct (run_id, step))::int as steps from effect",
    );
    expect(rows).toEqual([{ runs: 30, steps: 90 }]);
    const completed = await app.executor.runs.list({ status: "completed", limit: 100 });
    expect(completed).toHaveLength(30);
  });

  it("a job that takes down every process that runs it is given up", async () => {
    const app = await worker();
    await app.client.send({ name: "work" });
    await pool.query("update inngest_local.job set losses = 26");
    await app.executor.drain();
    expect(await app.executor.runs.list()).toMatchObject([
      { status: "failed", error: { name: "WorkerLost" } },
    ]);
  });

  it("a machine that keeps dying does not end the runs on it: a lost job waits longer each time", async () => {
    const app = await worker();
    await app.executor.sync();
    await app.client.send({ name: "work" });
    let claims = 0;
    for (let second = 0; second < 200; second += 2) {
      const { rows } = await pool.query(
        "select from inngest_local.claim('dead', 10, 10, interval '1 second')",
      );
      claims += rows.length;
      await pool.query("update inngest_local.setting set clock_offset = clock_offset + interval '2 seconds'");
    }
    expect(claims).toBeGreaterThan(6);
    expect(claims).toBeLessThan(15);
    await app.executor.advance(200_000);
    expect(await app.executor.runs.list()).toMatchObject([{ status: "completed" }]);
  });

  it("starting waits for a database that is away, and says so", async () => {
    const { hostname, port } = new URL(database.directUrl);
    const door = createServer((socket) => {
      const beyond = connect(Number(port), hostname);
      for (const end of [socket, beyond]) end.on("error", () => {});
      socket.pipe(beyond).pipe(socket);
    });
    const url = new URL(database.directUrl);
    url.port = String(await freePort());
    const said: string[] = [];
    const app = await createTestApp(url.href, (client) => effectFunctions(client, pool, false), {
      pollMs: 20,
      logger: { ...silentLogger, warn: (_fields, message) => void said.push(message) },
    });
    apps.push(app);
    const started = app.executor.start();
    await until(async () => said.length >= 2);
    door.listen(Number(url.port), "127.0.0.1");
    await started;
    await app.client.send({ name: "work" });
    await until(async () => (await effects()).length === 3);
    await until(allEnded);
    expect(said[0]).toBe("the functions are not registered yet: the database is away");
    door.close();
  });

  it("a job that gets on between two losses is not given up for both", async () => {
    const app = await open((client) => [
      client.createFunction({ id: "work", triggers: { event: "work" } }, async ({ step }) => {
        const losses = () =>
          pool.query("select losses from inngest_local.job").then(({ rows }) => rows[0].losses);
        return [await step.run("first", losses), await step.run("second", losses)];
      }),
    ]);
    await app.client.send({ name: "work" });
    await pool.query("update inngest_local.job set losses = 25");
    await app.executor.drain();
    const [run] = await app.executor.runs.list();
    expect(await app.executor.runs.get(run?.id ?? "")).toMatchObject({ output: [25, 0] });
  });

  it("a process frozen within a transaction does not keep its runs from the others", async () => {
    const app = await worker();
    await app.client.send({ name: "work" });
    const frozen = gate();
    const cut = transaction(app.pool, async (tx) => {
      await tx.query("select from inngest_local.run for update");
      await frozen.pass(null);
      await tx.query("select 1");
    });
    const refused = expect(cut).rejects.toThrow();
    await frozen.reached;
    await app.executor.drain();
    expect(await app.executor.runs.list()).toMatchObject([{ status: "completed" }]);
    frozen.open();
    await refused;
  });

  it("notifications wake another process at once; polling finds work without them", async () => {
    const sender = await worker();
    await sender.executor.sync();
    const listening = await open((client) => effectFunctions(client, pool, false), {
      listen: { connectionString: database.directUrl },
      pollMs: 60_000,
    });
    await listening.executor.start();
    await sender.client.send({ name: "work" });
    await until(allEnded);
    await listening.executor.stop();
    const polling = await worker();
    await polling.executor.start();
    await sender.client.send({ name: "work" });
    await until(allEnded);
    expect(await effects()).toHaveLength(6);
  });

  it("one organization's flood does not keep another waiting", async () => {
    const order: string[] = [];
    const app = await open(
      (client) => [
        client.createFunction(
          {
            id: "work",
            triggers: { event: "work" },
            // As the app's functions name them: a key of its own for every run, then the organization's.
            concurrency: [
              { key: "event.id", limit: 1 },
              { key: "event.data.organizationId", limit: 5 },
            ],
          },
          ({ event }) => void order.push(event.data.organizationId),
        ),
      ],
      { concurrency: 4 },
    );
    const from = (organizationId: string) => ({ name: "work", data: { organizationId } });
    await app.client.send(Array.from({ length: 120 }, () => from("loud")));
    await app.client.send(from("quiet"));
    await app.executor.drain();
    expect(order).toHaveLength(121);
    expect(order.indexOf("quiet")).toBeLessThan(8);
  });

  it("one organization leaves slots to others, even when its calls last", async () => {
    const lasting = gate();
    const done: string[] = [];
    const app = await open(
      (client) => [
        client.createFunction({ id: "work", triggers: { event: "work" } }, async ({ event }) => {
          if (event.data.organizationId === "loud") await lasting.pass(null);
          done.push(event.data.organizationId);
        }),
      ],
      { concurrency: 5, pollMs: 20 },
    );
    await app.executor.start();
    await app.client.send(
      Array.from({ length: 9 }, () => ({ name: "work", data: { organizationId: "loud" } })),
    );
    await lasting.reached;
    await app.client.send({ name: "work", data: { organizationId: "quiet" } });
    await until(async () => done.length > 0);
    expect(done).toEqual(["quiet"]);
    lasting.open();
    await until(allEnded);
  });

  it("an organization's other work looks past what its limits hold back", async () => {
    const lasting = gate();
    const done: string[] = [];
    const app = await open(
      (client) => [
        client.createFunction(
          {
            id: "limited",
            triggers: { event: "limited" },
            concurrency: { key: "event.data.organizationId", limit: 1 },
          },
          () => lasting.pass(null),
        ),
        client.createFunction({ id: "free", triggers: { event: "free" } }, () => void done.push("free")),
      ],
      { pollMs: 20 },
    );
    await app.executor.start();
    const data = { organizationId: "o1" };
    await app.client.send(Array.from({ length: 1_200 }, () => ({ name: "limited", data })));
    await lasting.reached;
    await app.client.send({ name: "free", data });
    await until(async () => done.length > 0);
    lasting.open();
    await app.executor.stop();
  });

  it("results that cannot be stored together are stored one by one", async () => {
    const said: string[] = [];
    const refusing: Database = {
      connect: () => pool.connect(),
      query: (statement, values) =>
        typeof statement === "object" && statement.name === "inngest_local.settle"
          ? Promise.reject(new Error("refused"))
          : pool.query(statement, values),
    };
    const app = await open((client) => effectFunctions(client, pool, false), {
      pool: refusing,
      logger: { ...silentLogger, warn: (_fields, message) => void said.push(message) },
    });
    await app.client.send(Array.from({ length: 5 }, () => ({ name: "work" })));
    await app.executor.drain();
    expect(said).toContain("results could not be stored together");
    expect(await effects()).toHaveLength(15);
    expect(await app.executor.runs.list({ status: "completed" })).toHaveLength(5);
  });
});

/** Something to wait at: `reached` once somebody does, passed once it is opened. */
function gate() {
  let arrive = (): void => {};
  let open = (): void => {};
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    reached,
    open: () => open(),
    pass: async <T>(value: T): Promise<T> => {
      arrive();
      await opened;
      return value;
    },
  };
}
