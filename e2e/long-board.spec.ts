import { expect } from "@playwright/test";
import { stageOf, tell } from "./support/api";
import { card, column } from "./support/board";
import { test } from "./support/test";
import { settleIn } from "./support/workspace";

test("a column of 130 deals counts them all, draws a few, and reaches the last by scrolling", {
  tag: "@ru",
}, async ({ page, say }) => {
  const needs = say.declared("Needs analysis");
  const { slug } = await settleIn(page, "Anna", "empty");
  const stage = await stageOf(page, slug, needs);
  const create = (n: number) =>
    tell(page, slug, "deals.create", { title: `Deal ${n}`, stageId: stage.id, amountMinor: 100_00 });
  // The first and the last are told by name; those between may be made in any order.
  await create(1);
  for (let n = 2; n < 130; n += 16) {
    await Promise.all(Array.from({ length: Math.min(16, 130 - n) }, (_, at) => create(n + at)));
  }
  await create(130);
  await page.reload();
  const long = column(page, needs);
  // The newest stands on top; the first one made is the last of three pages.
  await expect(card(long, "Deal 130")).toBeVisible();
  await expect(long.locator("header")).toContainText("130");
  const cards = long.locator("[data-slot=kanban-card]");
  await expect.poll(() => cards.count()).toBeLessThan(40);
  await cards.first().hover();
  await expect(async () => {
    await page.mouse.wheel(0, 3000);
    await expect(card(long, "Deal 1")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  expect(await cards.count()).toBeLessThan(40);
});
