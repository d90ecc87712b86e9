import { connect, createServer, type Server } from "node:net";
import pg from "pg";
import { afterEach, expect, it, vi } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { listen } from "./listen";

useTestDatabase();

const retryMs = 500;
const attemptsWatched = 8;
const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

it("a database that is away is asked again at a steady pace, and heard again when it is back", async () => {
  const database = new URL(process.env.DATABASE_DIRECT_URL ?? "");
  const attempts: number[] = [];
  let away = true;
  const door = createServer((socket) => {
    socket.on("error", () => {});
    if (away) {
      attempts.push(performance.now());
      return void socket.destroy();
    }
    const beyond = connect(Number(database.port), database.hostname);
    beyond.on("error", () => {});
    socket.pipe(beyond).pipe(socket);
  });
  const through = new URL(database);
  through.port = String(await opened(door));
  process.env.DATABASE_DIRECT_URL = through.href;
  closers.push(() => void (process.env.DATABASE_DIRECT_URL = database.href));

  const heard: string[] = [];
  const back = vi.fn();
  const listening = listen({ news: (payload) => heard.push(payload) }, back);
  closers.push(() => listening.close());
  await vi.waitUntil(() => attempts.length >= attemptsWatched, { timeout: 30_000 });
  // Each failed connection is followed by one other, not by two: they would soon be thousands.
  const pace = ((attempts[attemptsWatched - 1] ?? 0) - (attempts[0] ?? 0)) / (attemptsWatched - 1);
  expect(pace).toBeGreaterThan(retryMs * 0.9);

  away = false;
  await vi.waitUntil(() => back.mock.calls.length === 1, { timeout: 30_000 });
  const speaker = new pg.Client({ connectionString: database.href });
  await speaker.connect();
  closers.push(() => speaker.end());
  await speaker.query("select pg_notify('news', 'hello')");
  await vi.waitUntil(() => heard.length > 0, { timeout: 30_000 });
  expect(heard).toEqual(["hello"]);
});

async function opened(door: Server): Promise<number> {
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  closers.push(() => void door.close());
  const address = door.address();
  if (typeof address !== "object" || !address) throw new Error("The door is open");
  return address.port;
}
