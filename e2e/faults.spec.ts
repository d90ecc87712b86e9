import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { DATABASE, startPostgres } from "../db/launcher";
import { removeData } from "../db/launcher/home";
import { dealOf, stageOf, tell } from "./support/api";
import { card, column, openCard } from "./support/board";
import { newPerson, signUpAtOnce } from "./support/people";
import { layWire } from "./support/relay";
import { ownServer } from "./support/server";
import { test } from "./support/test";
import { wordsOf } from "./support/words";
import { foundWorkspace } from "./support/workspace";

const dot = (page: Page, state: "live" | "reconnecting") =>
  page.locator("[data-slot=live-dot]", { hasText: wordsOf(page)(`shell.live.${state}`) });
const reconnecting = (page: Page) => dot(page, "reconnecting");
const live = (page: Page) => dot(page, "live");

async function showBoard(page: Page, slug: string): Promise<void> {
  await page.goto(`/${slug}/deals`);
  await expect(column(page, wordsOf(page).declared("New enquiry"))).toBeVisible({ timeout: 20_000 });
}

test("a board whose stream was cut says so, and catches up by itself", { tag: "@en" }, async ({
  page,
  say,
}) => {
  const fresh = say.declared("New enquiry");
  const { slug } = await foundWorkspace(page);
  const stage = await stageOf(page, slug, fresh);
  await page.route("**/api/live/**", (route) => route.abort());
  await showBoard(page, slug);
  await expect(reconnecting(page)).toBeVisible();
  await tell(page, slug, "deals.create", { title: "Meanwhile", stageId: stage.id });
  await expect(card(page, "Meanwhile")).toHaveCount(0);
  await page.unroute("**/api/live/**");
  await expect(live(page)).toBeVisible({ timeout: 30_000 });
  await expect(card(column(page, fresh), "Meanwhile")).toBeVisible();
});

test.describe("the house around an open page", () => {
  test("falls and rises: server restarted, database gone and back", async ({ browser }) => {
    test.setTimeout(240_000);
    const dataDir = mkdtempSync(join(tmpdir(), "pult-faults-"));
    const postgres = await startPostgres({ dataDir, fsync: false });
    const wire = await layWire(postgres.port);
    const overWire = (url: string) => url.replace(`:${postgres.port}/`, `:${wire.port}/`);
    const server = await ownServer(join(dataDir, "app"), {
      DATABASE_URL: overWire(postgres.url("pult_login", DATABASE)),
      DATABASE_DIRECT_URL: overWire(postgres.url("postgres", DATABASE)),
    });
    try {
      await server.start();
      const context = await browser.newContext({ baseURL: server.address });
      const page = await context.newPage();
      const { slug } = await foundWorkspace(page);
      const stage = await stageOf(page, slug, "New enquiry");
      await tell(page, slug, "deals.create", { title: "Before", stageId: stage.id });
      await showBoard(page, slug);
      await expect(live(page)).toBeVisible();

      await test.step("a restart is survived without reloading", async () => {
        await page.evaluate(() => Object.assign(window, { sameDocument: true }));
        await server.stop();
        await expect(reconnecting(page)).toBeVisible();
        await server.start();
        await tell(page, slug, "deals.create", { title: "After the restart", stageId: stage.id });
        await expect(live(page)).toBeVisible({ timeout: 45_000 });
        await expect(card(page, "After the restart")).toBeVisible();
        expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
      });

      await test.step("without a database a form keeps what was typed, and names the request", async () => {
        const sheet = await openCard(page, "Before");
        const comment = sheet.getByRole("textbox", { name: "Comment" });
        await expect(comment).toBeVisible();
        await wire.cut();
        await comment.fill("Not to be lost");
        await comment.press("Control+Enter");
        const words = sheet.getByRole("alert").filter({ hasText: "Something went wrong on our side" });
        await expect(words).toContainText(/Request [\w-]{8,}/, { timeout: 30_000 });
        await expect(comment).toHaveValue("Not to be lost");
        await wire.mend();
        await expect(async () => {
          await comment.press("Control+Enter");
          await expect(comment).toHaveValue("", { timeout: 3_000 });
        }).toPass({ timeout: 30_000 });
        await expect(sheet.getByText("Not to be lost")).toBeVisible();
      });

      for (const [language, title, retry] of [
        ["en", "This page broke", "Try again"],
        ["ru", "Страница сломалась", "Попробовать ещё раз"],
      ] as const) {
        await test.step(`a page the server could not make is told in ${language} and made anew`, async () => {
          await context.addCookies([{ name: "pult_language", value: language, url: server.address }]);
          await wire.cut();
          await page.goto(`/${slug}/settings`);
          await expect(page.getByRole("heading", { name: title })).toBeVisible({ timeout: 30_000 });
          await expect(page.getByText(/^(Code|Код) \w+$/)).toBeVisible();
          await wire.mend();
          await expect(async () => {
            await page.getByRole("button", { name: retry }).click({ timeout: 2_000 });
            await expect(page.locator("input[name=name]")).toBeVisible({ timeout: 5_000 });
          }).toPass({ timeout: 40_000 });
        });
      }
      await context.close();
    } finally {
      await server.stop();
      await wire.cut().catch(() => undefined);
      await postgres.stop();
      removeData(dataDir);
    }
  });
});

test("a form sent without a connection keeps its text, and is sent when it is back", { tag: "@ru" }, async ({
  page,
  say,
}) => {
  const { slug } = await foundWorkspace(page);
  await showBoard(page, slug);
  await page
    .getByRole("button", { name: say("board.new.open") })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: say("board.new.title") });
  await dialog.getByLabel(say("board.new.name")).fill("From the train");
  await page.route("**/api/trpc/**", (route) => route.abort());
  await dialog.getByRole("button", { name: say("board.new.create") }).click();
  await expect(dialog.getByText(say("errors.OFFLINE"))).toBeVisible();
  await expect(dialog.getByLabel(say("board.new.name"))).toHaveValue("From the train");
  await page.unroute("**/api/trpc/**");
  await dialog.getByRole("button", { name: say("board.new.create") }).click();
  await expect(card(page, "From the train")).toBeVisible();
});

for (const locale of ["en-GB", "ru-RU"] as const) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("an address with nothing behind it leads home", async ({ page }) => {
      const response = await page.goto("/nowhere/at/all");
      expect(response?.status()).toBe(404);
      const heading = locale === "ru-RU" ? "По этому адресу ничего нет" : "There is nothing at this address";
      await expect(page.getByRole("heading", { name: heading })).toBeVisible();
      await page.getByRole("link", { name: locale === "ru-RU" ? "Перейти в Пульт" : "Go to Pult" }).click();
      await expect(page).toHaveURL(/\/$/);
    });
  });
}

test("pages keep to their content policy, and what people write never runs", async ({ page }) => {
  test.setTimeout(120_000);
  const violations: string[] = [];
  page.on("console", (line) => {
    if (/Content.Security.Policy|Refused to|violates/i.test(line.text())) violations.push(line.text());
  });
  for (const path of ["/", "/sign-in", "/sign-up", "/forgot-password", "/nowhere/at/all"]) {
    const response = await page.goto(path);
    expect(response?.headers()["content-security-policy"], path).toMatch(
      /script-src 'self' 'nonce-[\w+/=]+'/,
    );
    await expect(page.getByRole("heading").first()).toBeVisible();
  }
  const { slug } = await foundWorkspace(page);
  const attack = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';
  const stage = await stageOf(page, slug, "New enquiry");
  const deal = await tell<{ id: string }>(page, slug, "deals.create", { title: attack, stageId: stage.id });
  await tell(page, slug, "records.comment", { recordId: deal.id, text: attack });
  expect((await dealOf(page, slug, attack)).id).toBe(deal.id);
  const inside = ["/deals", "/deals?view=list", `/deals/${deal.id}`, "/pipelines", "/automation"];
  for (const path of [...inside, "/settings", "/settings/members", "/settings/account"]) {
    await page.goto(`/${slug}${path}`);
    await expect(page.getByRole("heading").first()).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0, { timeout: 20_000 });
  }
  await page.goto(`/${slug}/deals/${deal.id}`);
  await expect(page.getByText(attack).first()).toBeVisible();
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  expect(violations).toEqual([]);

  // And were it written into the page unescaped, the policy would still refuse it.
  await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), attack);
  await expect.poll(() => violations.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
});

test("the theme is right from the first paint", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/sign-in", { waitUntil: "commit" });
  await expect(page.locator("html")).toHaveClass(/dark/);
});

test("the server answers neither to a stranger's name nor to a stranger's page", async ({
  page,
  baseURL,
}) => {
  await signUpAtOnce(page, newPerson("Anna"));
  const stranger = { host: "evil.example" };
  for (const path of ["/dev/mail", "/", "/sign-in", "/api/auth/ok"]) {
    const cookieless = await page
      .context()
      .browser()
      ?.newContext({ baseURL: baseURL ?? "" });
    const answer = await cookieless?.request.get(path, { headers: stranger, maxRedirects: 0 });
    expect(answer?.status(), path).toBe(421);
    await cookieless?.close();
  }
  const call = (origin: string) =>
    page.request.post("/api/trpc/notifications.read", { headers: { origin }, data: {} });
  expect((await call("http://localhost:9")).status()).toBe(403);
  expect((await call(baseURL ?? "")).status()).not.toBe(403);
});
