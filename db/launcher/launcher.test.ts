import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { DataInUse, type Postgres, startPostgres } from "./index";
import { isAlive } from "./process";
import { canEnter, type ServerUser } from "./server-user";

const asRoot = process.getuid?.() === 0;
const nobody: ServerUser = { name: "nobody", uid: 65_534, gid: 65_534 };
const nobodyCanRun =
  asRoot && [process.cwd(), join(process.execPath, "..")].every((path) => canEnter(nobody, path));

const folders: string[] = [];
const servers = new Set<Postgres>();
const children = new Set<ChildProcess>();

afterEach(async () => {
  await Promise.all([...children].map((child) => end(child, "SIGTERM")));
  await Promise.all([...servers].map((server) => stop(server)));
  for (const folder of folders.splice(0)) {
    const outside = join(folder, "server");
    if (existsSync(outside)) rmSync(readlinkSync(outside), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
});

describe("the embedded server", () => {
  test("is made at the first start, and its data survives a stop", async () => {
    const dataDir = folder();
    const first = await start(dataDir);
    expect(first.adopted).toBe(false);
    expect(first.port).toBeLessThan(32_768);
    await query(first, "create table kept as select 42 as answer");
    await stop(first);
    const second = await start(dataDir);
    expect(second.adopted).toBe(false);
    expect(await query(second, "select answer from kept")).toEqual([{ answer: 42 }]);
  });

  test("speaks UTF-8, sorts by code point everywhere, and keeps its hands off sockets and TLS", async () => {
    const server = await start(folder());
    const [row] = await query(
      server,
      `select current_setting('server_encoding') as encoding, datlocprovider as provider, datlocale as locale,
        lower('ЁЖ') as lower, current_setting('unix_socket_directories') as sockets, current_setting('jit') as jit,
        current_setting('listen_addresses') as addresses
       from pg_database where datname = 'pult'`,
    );
    expect(row).toEqual({
      encoding: "UTF8",
      provider: "b",
      locale: "C.UTF-8",
      lower: "ёж",
      sockets: "",
      jit: "off",
      addresses: "127.0.0.1",
    });
  });

  test("lets the app in as a login that owns nothing, by a password only its owner can read", async () => {
    const dataDir = folder();
    const server = await start(dataDir);
    const [row] = await query(
      server,
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user`,
      "pult_login",
    );
    expect(row).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false });
    expect(statSync(join(dataDir, "secrets", "pult_login")).mode & 0o777).toBe(0o600);
    const wrong = server.url("pult_login", "pult").replace(/:[^:@]+@/, ":guess@");
    await expect(ask(wrong, "select 1")).rejects.toMatchObject({ code: "28P01" });
  });

  test("left behind by a killed launcher, is adopted with every row it acknowledged", async () => {
    const dataDir = folder();
    const { child, url } = await launch(dataDir);
    await ask(url, "create table kept as select 42 as answer");
    await end(child, "SIGKILL");
    const server = await start(dataDir);
    expect(server.adopted).toBe(true);
    expect(String(server.port)).toBe(new URL(url).port);
    expect(await query(server, "select answer from kept")).toEqual([{ answer: 42 }]);
    const pid = postmasterPid(dataDir);
    await stop(server);
    expect(isAlive(pid)).toBe(false);
  });

  test("killed as well, is started again with every row it acknowledged", async () => {
    const dataDir = folder();
    const { child, url } = await launch(dataDir);
    await ask(url, "create table kept as select 42 as answer");
    await end(child, "SIGKILL");
    process.kill(postmasterPid(dataDir), "SIGKILL");
    const server = await start(dataDir);
    expect(server.adopted).toBe(false);
    expect(await query(server, "select answer from kept")).toEqual([{ answer: 42 }]);
  });

  test("killed alone, is started again where everybody looks for it, with every row it acknowledged", async () => {
    const dataDir = folder();
    const server = await start(dataDir, { watched: true });
    await query(server, "create table kept as select 42 as answer");
    const killed = postmasterPid(dataDir);
    process.kill(killed, "SIGKILL");
    await expect
      .poll(() => query(server, "select answer from kept").catch(() => null), { timeout: 20_000 })
      .toEqual([{ answer: 42 }]);
    const pid = postmasterPid(dataDir);
    expect(pid).not.toBe(killed);
    await stop(server);
    expect(isAlive(pid)).toBe(false);
  });

  test("starts although its note names a process that is another program now", async () => {
    const dataDir = folder();
    await stop(await start(dataDir));
    writeFileSync(join(dataDir, "postgres", "postmaster.pid"), `${process.pid}\n/\n0\n5432\n\n\n\nready\n`);
    expect((await start(dataDir)).adopted).toBe(false);
  });

  test("is made anew where a first start was cut short", async () => {
    const dataDir = folder();
    mkdirSync(join(dataDir, "postgres.new-1"), { recursive: true });
    writeFileSync(join(dataDir, "postgres.new-1", "PG_VERSION"), "18\n");
    await start(dataDir);
    expect(readdirSync(dataDir).filter((name) => name.startsWith("postgres.new"))).toEqual([]);
  });
});

describe("a second launcher", () => {
  test("is refused with a sentence that says who is there, and may come when the first has gone", async () => {
    const dataDir = folder();
    const { child } = await launch(dataDir);
    const refusal = start(dataDir);
    await expect(refusal).rejects.toThrow(DataInUse);
    await expect(refusal).rejects.toThrow(
      `Pult is already running on ${dataDir} (process ${child.pid}). Stop it first, or set DATA_DIR to another folder.`,
    );
    await end(child, "SIGTERM");
    expect((await start(dataDir)).adopted).toBe(false);
  });

  test("started in the same moment, loses; there is never a second winner", async () => {
    const dataDir = folder();
    const outcomes = await Promise.all([1, 2, 3].map(() => launch(dataDir)));
    expect(outcomes.filter((outcome) => outcome.url)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.refused.startsWith("Pult is already running"))).toHaveLength(
      2,
    );
  });

  test("takes over the lock of a process that died or whose number another one has", async () => {
    const dataDir = folder();
    mkdirSync(dataDir, { recursive: true });
    const gone = spawn(process.execPath, ["-e", ""]);
    await once(gone, "exit");
    for (const holder of [`${gone.pid} 1 a`, `${process.pid} 1 b`, "", "nonsense"]) {
      writeFileSync(join(dataDir, "launcher.lock"), holder);
      await stop(await start(dataDir));
      expect(existsSync(join(dataDir, "launcher.lock"))).toBe(false);
    }
  });
});

describe("the user who starts it", () => {
  test.runIf(asRoot)("may be root: the server runs as another user, who owns its files", async () => {
    const dataDir = folder();
    await start(dataDir);
    expect(statSync(join(dataDir, "postgres")).uid).not.toBe(0);
    expect(statSync(`/proc/${postmasterPid(dataDir)}`).uid).not.toBe(0);
  });

  test.runIf(asRoot)(
    "may be root in a folder nobody else can enter: the data lies outside, linked",
    async () => {
      const closed = folder();
      mkdirSync(closed);
      chmodSync(closed, 0o700);
      const dataDir = join(closed, "data");
      const first = await start(dataDir);
      await query(first, "create table kept as select 42 as answer");
      await stop(first);
      const home = readlinkSync(join(dataDir, "server"));
      expect(existsSync(join(home, "postgres", "PG_VERSION"))).toBe(true);
      expect(await query(await start(dataDir), "select answer from kept")).toEqual([{ answer: 42 }]);
      for (const server of servers) await stop(server);
      rmSync(home, { recursive: true });
    },
  );

  test.runIf(nobodyCanRun)("may be an ordinary one", async () => {
    const home = folder();
    mkdirSync(home);
    chmodSync(home, 0o777);
    const { child, url } = await launch(join(home, "data"), nobody);
    expect(await ask(url, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(statSync(join(home, "data", "postgres")).uid).toBe(nobody?.uid);
    await end(child, "SIGTERM");
    // Root takes over what the ordinary user made.
    expect((await start(join(home, "data"))).adopted).toBe(false);
  });

  test.runIf(nobodyCanRun)("is told when the data belongs to somebody else", async () => {
    const home = folder();
    mkdirSync(home);
    chmodSync(home, 0o777);
    const first = await launch(join(home, "data"), nobody);
    await end(first.child, "SIGTERM");
    const stranger: ServerUser = { name: "stranger", uid: 54_321, gid: 54_321 };
    expect((await launch(join(home, "data"), stranger)).refused).toMatch(/EACCES|belongs to/);
  });
});

function folder(): string {
  const parent = mkdtempSync(join(tmpdir(), "pult-launcher-"));
  chmodSync(parent, 0o755);
  folders.push(parent);
  return join(parent, "data");
}

async function start(dataDir: string, { watched = false } = {}): Promise<Postgres> {
  const server = await startPostgres({ dataDir, fsync: false, watched });
  servers.add(server);
  return server;
}

async function stop(server: Postgres): Promise<void> {
  servers.delete(server);
  await server.stop();
}

type Launched = { child: ChildProcess; url: string; refused: string };

/** A launcher in its own process, as `user` when given; answers once it runs or was refused. */
async function launch(dataDir: string, user: ServerUser = null): Promise<Launched> {
  const child = spawn(process.execPath, ["--import", "tsx", "db/testing/launch.ts", dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  });
  children.add(child);
  let said = "";
  for await (const chunk of child.stdout) {
    said += chunk;
    if (said.includes("\n")) break;
  }
  return { child, url: "", refused: "", ...JSON.parse(said) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  children.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, "exit");
}

function postmasterPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

function query(server: Postgres, statement: string, login: "postgres" | "pult_login" = "postgres") {
  return ask(server.url(login, "pult"), statement);
}

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
