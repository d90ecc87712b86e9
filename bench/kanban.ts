import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { closeDatabase } from "@/db/client";
import { freePort } from "@/db/launcher/free-port";
import { ensureChromium } from "@/scripts/chromium";
import { invariant } from "@/server/platform";
import { openBenchDatabase } from "./database";
import { eventually, spread } from "./load";
import { sessionCookie } from "./request";
import { type BenchWorkspace, seedWorkspace } from "./seed";

// npm run bench:kanban: frames of the board in Chromium while it is scrolled and a card is dragged, the processor slowed
// down, with a hundred cards and with ten thousand, all of them loaded. Beside it, in the same browser, columns of as
// many plain boxes: where no graphics card helps, painting alone may take longer than a frame.
const sizes = (process.env.BENCH_CARDS ?? "100,10000").split(",").map(Number);
const slowdown = Number(process.env.BENCH_SLOWDOWN ?? 4);
process.env.BETTER_AUTH_SECRET ??= "a secret of the bench, which signs nothing that lasts";

const database = await openBenchDatabase();
const dataDir = await mkdtemp(join(tmpdir(), "pult-bench-app-"));
const port = await freePort();
const address = `http://localhost:${port}`;
process.env.APP_URL = address;
let app: ChildProcess | null = null;
try {
  const boards: [number, BenchWorkspace][] = [];
  for (const cards of sizes)
    boards.push([cards, await seedWorkspace(`Board of ${cards}`, { deals: cards, contacts: 100 })]);
  app = await startApp();
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  console.log(
    `${database.description}, Chromium ${browser.version()}, processor slowed ${slowdown}x, load ${loadavg()[0]?.toFixed(1)}\n`,
  );
  for (const [cards, workspace] of boards) await measureBoard(browser, cards, workspace);
  for (const cards of sizes) await measurePlain(browser, cards);
  await browser.close();
} finally {
  if (app && app.exitCode === null) {
    app.kill("SIGTERM");
    await once(app, "exit");
  }
  await closeDatabase();
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
}

async function startApp(): Promise<ChildProcess> {
  const child = spawn("node", ["--import", "tsx", "scripts/start.ts"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      ...{ PORT: String(port), DATA_DIR: dataDir, RATE_LIMIT: "off", DATABASE_POOL: "10", DEMO: "0" },
      DATABASE_DIRECT_URL: process.env.BENCH_OWNER_URL ?? process.env.DATABASE_DIRECT_URL,
    },
  });
  let ready = false;
  const ask = setInterval(() => {
    fetch(`${address}/api/health/ready`).then(
      (answer) => {
        ready ||= answer.ok;
      },
      () => {},
    );
  }, 500);
  const came = await eventually(() => ready || child.exitCode !== null, 600_000);
  clearInterval(ask);
  invariant(came && ready, "the app started");
  return child;
}

async function measureBoard(browser: Browser, cards: number, workspace: BenchWorkspace): Promise<void> {
  const { slug, owner, pipelineId } = workspace;
  const userId = owner.member?.userId;
  invariant(userId, "the owner is a member");
  const context = await openContext(browser);
  await context.addCookies([{ ...(await sessionCookie(userId)), url: address }]);
  const page = await context.newPage();
  await page.goto(`${address}/${slug}/deals?pipeline=${pipelineId}`);
  await page.locator("[data-slot=kanban-card]").first().waitFor({ timeout: 60_000 });
  const loaded = await loadAll(page, cards);
  await slowDown(page);
  const column = await middleOf(page, "[data-slot=kanban-column]");
  const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
  console.log(`board of ${loaded} cards: ${nodes} elements`);
  print("fling a column", await frames(page, () => wheel(page, column, "y")));
  print("turn the wheel", await frames(page, () => wheel(page, column, "y", 50)));
  print("scroll over columns", await frames(page, () => wheel(page, column, "x")));
  await page.locator("[data-slot=kanban]").evaluate((board) => board.scrollTo(0, 0));
  const card = await middleOf(page, "[data-slot=kanban-card]");
  print("drag, the first time", await frames(page, () => drag(page, card)));
  const again = async () => {
    for (let i = 0; i < 4; i++) await drag(page, card);
  };
  print("drag, four times more", await frames(page, again));
  await context.close();
}

async function measurePlain(browser: Browser, cards: number): Promise<void> {
  const context = await openContext(browser);
  const page = await context.newPage();
  await page.setContent(plainColumns(cards));
  await slowDown(page);
  console.log(
    `plain columns of ${cards} boxes: ${await page.evaluate(() => document.querySelectorAll("*").length)} elements`,
  );
  const column = await middleOf(page, "section");
  print("fling a column", await frames(page, () => wheel(page, column, "y")));
  print("scroll over columns", await frames(page, () => wheel(page, column, "x")));
  await context.close();
}

async function openContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  // tsx names the functions it compiles by a helper of its own, which pages do not have.
  await context.addInitScript({ content: "globalThis.__name = (named) => named" });
  return context;
}

/** Scrolls every column to its end until the browser has all of its cards. @returns how many those are */
async function loadAll(page: Page, cards: number): Promise<number> {
  const columns = page.locator("[data-slot=kanban-column]");
  let loaded = 0;
  for (let i = 0; i < (await columns.count()); i++) {
    const scroller = columns.nth(i).locator("> div").last();
    const shown = await columns.nth(i).locator("li").first().getAttribute("aria-setsize");
    loaded += Number(shown ?? 0);
    for (let end = false; !end; ) {
      end = await scroller.evaluate(async (element) => {
        element.scrollTop = element.scrollHeight;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const items = [...element.querySelectorAll("li")];
        const last = items.at(-1);
        return last?.getAttribute("aria-posinset") === last?.getAttribute("aria-setsize");
      });
    }
    await scroller.evaluate((element) => element.scrollTo(0, 0));
  }
  invariant(loaded === cards, `${cards} cards are on the board`);
  return loaded;
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
}

type Point = { x: number; y: number };

async function middleOf(page: Page, selector: string): Promise<Point> {
  const box = await page.locator(selector).first().boundingBox();
  invariant(box, `${selector} is shown`);
  return { x: box.x + box.width / 2, y: Math.min(box.y + box.height / 2, 600) };
}

/** Sixty notches there and back: one with every frame, as a flung trackpad gives them, or one every `pauseMs`. */
async function wheel(page: Page, { x, y }: Point, way: "x" | "y", pauseMs = 0): Promise<void> {
  await page.mouse.move(x, y);
  for (const step of [120, -120]) {
    for (let i = 0; i < 60; i++) {
      await page.mouse.wheel(way === "x" ? step : 0, way === "y" ? step : 0);
      if (pauseMs > 0) await page.waitForTimeout(pauseMs);
    }
  }
}

async function drag(page: Page, from: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 4 });
  await page.mouse.move(from.x + 900, from.y + 200, { steps: 90 });
  await page.mouse.move(from.x + 300, from.y - 100, { steps: 60 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
}

/** How long every frame took, in ms, while something was done. */
async function frames(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const home = window as unknown as { benchFrames: number[]; benchStop: boolean };
    home.benchFrames = [];
    home.benchStop = false;
    let last = performance.now();
    const frame = (now: number) => {
      home.benchFrames.push(now - last);
      last = now;
      if (!home.benchStop) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await work();
  return page.evaluate(() => {
    const home = window as unknown as { benchFrames: number[]; benchStop: boolean };
    home.benchStop = true;
    return home.benchFrames.slice(1);
  });
}

function print(what: string, deltas: number[]): void {
  const { count, p50, p95 } = spread(deltas);
  const ms = (value: number) => `${value.toFixed(1).padStart(7)} ms`;
  console.log(
    `  ${what.padEnd(22)} p50 ${ms(p50)}  p95 ${ms(p95)}  max ${ms(Math.max(...deltas))}  ${count} frames`,
  );
}

function plainColumns(cards: number): string {
  const columns = 7;
  const boxes = Array.from({ length: Math.ceil(cards / columns) }, (_, n) => `<p>Deal ${n}</p>`).join("");
  return `<style>body { margin: 0; display: flex; gap: 10px; overflow-x: auto; height: 100vh }
    section { flex: none; width: 280px; overflow-y: auto } p { height: 82px; margin: 0 0 6px; background: #eee; border-radius: 8px }</style>
    ${`<section>${boxes}</section>`.repeat(columns)}`;
}
