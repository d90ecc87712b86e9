import { expect, type Page, test } from "@playwright/test";
import { dealOf } from "./support/api";
import { axe } from "./support/axe";
import { addDeal, card, column, openCard } from "./support/board";
import { newPerson, signUp } from "./support/people";
import { comeAsNewPerson, createWorkspace, foundWorkspace, settleIn } from "./support/workspace";

const rawKey =
  /\b(auth|automation|board|deal|errors|fields|filter|records|robots|settings|shell|site|ui)\.[a-z][\w.]+/;

test.describe("in Russian", () => {
  test.use({ locale: "ru-RU" });

  test("every main screen speaks Russian and shows no message's key", async ({ page }) => {
    const missing: string[] = [];
    page.on("console", (line) => {
      if (/MISSING_MESSAGE|FORMATTING_ERROR|INVALID_MESSAGE/.test(line.text())) missing.push(line.text());
    });
    for (const path of ["/", "/sign-in", "/forgot-password"]) await visit(page, path);
    await page.goto("/sign-up");
    await signUp(page, newPerson("Anna"));
    await page.waitForURL(/\/onboarding/);
    await visit(page, "/onboarding");
    const slug = await createWorkspace(page, "Ромашка");
    await expect(column(page, "Новое обращение")).toBeVisible();
    const deal = await dealOf(page, slug, "Аудит офисной сети");
    const inside = [
      "/deals",
      "/deals?view=list",
      `/deals/${deal.id}`,
      "/pipelines",
      "/automation",
      "/contacts",
      "/companies",
      "/settings",
      "/settings/fields",
      "/settings/trash",
    ];
    for (const path of inside) await visit(page, `/${slug}${path}`);
    expect(missing).toEqual([]);
  });
});

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await expect(page.getByRole("heading").first()).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  const text = await page.locator("body").innerText();
  expect(text, path).not.toMatch(rawKey);
  expect(text, path).toMatch(/[а-яё]/);
}

test.describe("hold to WCAG 2 AA as far as axe can tell", () => {
  test("the pages before signing in", async ({ page }) => {
    for (const path of ["/", "/sign-in", "/sign-up"]) await inspect(page, path);
  });

  test("the board, the list, a deal and contacts", async ({ page }) => {
    const { slug } = await settleIn(page);
    const deal = await dealOf(page, slug, "Server room");
    for (const path of ["/deals", "/deals?view=list", `/deals/${deal.id}`, "/contacts"])
      await inspect(page, `/${slug}${path}`);
  });

  test("pipelines, automation and settings", async ({ page }) => {
    const { slug } = await foundWorkspace(page, { sampleData: true });
    for (const path of ["/pipelines", "/automation", "/settings", "/settings/fields", "/settings/trash"])
      await inspect(page, `/${slug}${path}`);
  });
});

async function inspect(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading").first()).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  const { violations } = await axe(page).withTags(["wcag2a", "wcag2aa"]).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
  );
  expect.soft(found, path).toEqual([]);
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the board, a card and a move by the menu fit the screen", async ({ page }) => {
    await comeAsNewPerson(page);
    await addDeal(page, { title: "In the pocket" });
    await expectNoSideways(page);
    await card(page, "In the pocket").getByRole("button", { name: "Move “In the pocket”" }).tap();
    await page.getByRole("menuitem", { name: "Needs analysis" }).tap();
    await expect(card(column(page, "Needs analysis"), "In the pocket")).toBeVisible();
    await openCard(page, "In the pocket");
    await expectNoSideways(page);
  });
});

async function expectNoSideways(page: Page): Promise<void> {
  const spill = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(spill, "the page does not scroll sideways").toBeLessThanOrEqual(0);
}

test("the keyboard alone opens a deal and moves it", async ({ page }) => {
  await settleIn(page);
  const title = "Without a mouse";
  await addDeal(page, { title });
  await card(page, title).getByRole("link", { name: title, exact: true }).focus();
  await page.keyboard.press("m");
  await page.getByRole("menuitem", { name: "Needs analysis" }).press("Enter");
  await expect(card(column(page, "Needs analysis"), title)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
});
