import { expect, type Page } from "@playwright/test";
import { dealOf, stageOf, tell } from "./support/api";
import { card, column } from "./support/board";
import { test } from "./support/test";
import { fingerOn, held, liftBy, middleOf } from "./support/touch";
import { type Say, wordsOf } from "./support/words";
import { settleIn } from "./support/workspace";

const fresh = (say: Say) => say.declared("New enquiry");
const needs = (say: Say) => say.declared("Needs analysis");

const phone = { width: 390, height: 844 };
const tablet = { width: 1180, height: 820 };

test.use({ hasTouch: true, isMobile: true });

/** A board of one's own with deals on its first stage, the last of them on top. */
async function boardWith(page: Page, titles: string[], amountMinor = 100_00): Promise<string> {
  const { slug } = await settleIn(page, "Anna", "empty");
  const stage = await stageOf(page, slug, fresh(wordsOf(page)));
  for (const title of titles) {
    await tell(page, slug, "deals.create", { title, stageId: stage.id, amountMinor });
  }
  await page.reload();
  await expect(card(page, titles.at(-1) ?? "")).toBeVisible();
  return slug;
}

/** The titles of a column's cards from the top. */
const titlesIn = (page: Page, stage: string) =>
  column(page, stage).locator("[data-slot=kanban-card-title]").allInnerTexts();

const tab = (page: Page, stage: string) =>
  page
    .getByRole("navigation", { name: wordsOf(page)("board.kanban.stages") })
    .getByRole("button", { name: stage });

test.describe("on a tablet", () => {
  test.use({ viewport: tablet });

  test("a card held and dragged by finger moves to another stage, and Undo brings it back", {
    tag: "@en",
  }, async ({ page, say }) => {
    await boardWith(page, ["Warehouse"]);
    const finger = await fingerOn(page);
    await liftBy(finger, card(page, "Warehouse"));
    await finger.move(await middleOf(column(page, needs(say)).locator("header")));
    await finger.up();
    await expect(held(page)).toHaveCount(0);
    await expect(card(column(page, needs(say)), "Warehouse")).toBeVisible();
    // It was a drag, not a tap: the deal did not open.
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(
      page.getByText(say("board.kanban.moved", { title: "Warehouse", stage: needs(say), position: 1 })),
    ).toBeAttached();
    await page.getByRole("button", { name: say("ui.undo") }).click();
    await expect(card(column(page, fresh(say)), "Warehouse")).toBeVisible();
    await page.reload();
    await expect(card(column(page, fresh(say)), "Warehouse")).toBeVisible();
  });

  test("the edge scrolls to a stage out of sight, and a lost one asks for its reason", {
    tag: "@ru",
  }, async ({ page, say }) => {
    const slug = await boardWith(page, ["Not this year"]);
    const finger = await fingerOn(page);
    await liftBy(finger, card(page, "Not this year"));
    const lost = column(page, say.declared("Lost", { where: "templates/common" }));
    await expect(lost).not.toBeInViewport({ ratio: 0.9 });
    await finger.move({ x: tablet.width - 6, y: 400 });
    await expect(lost).toBeInViewport({ ratio: 0.9 });
    await finger.move(await middleOf(lost));
    await finger.up();
    const question = page.getByRole("dialog", { name: say("board.loss.title") });
    await question.getByRole("button", { name: say("board.loss.cancel") }).click();
    expect((await dealOf(page, slug, "Not this year")).stageId).toBe(
      (await stageOf(page, slug, fresh(say))).id,
    );
  });

  test("a stage that requires a field asks a dragging finger too", { tag: "@en" }, async ({ page, say }) => {
    await boardWith(page, ["Price to be agreed"], 0);
    const finger = await fingerOn(page);
    await liftBy(finger, card(page, "Price to be agreed"));
    await finger.move(await middleOf(column(page, say.declared("Proposal")).locator("header")));
    await finger.up();
    await expect(
      page.getByRole("dialog", { name: say("board.required.title", { stage: say.declared("Proposal") }) }),
    ).toBeVisible();
  });

  test("a second finger, Escape and the system each call a drag off", { tag: "@ru" }, async ({
    page,
    say,
  }) => {
    await boardWith(page, ["Stays"]);
    const finger = await fingerOn(page);
    const there = await middleOf(column(page, needs(say)));
    const endings = [
      () => finger.second({ x: there.x + 60, y: there.y }),
      () => page.keyboard.press("Escape"),
      () => finger.takenAway(),
    ];
    for (const end of endings) {
      await liftBy(finger, card(page, "Stays"));
      await finger.move(there);
      await end();
      await expect(held(page)).toHaveCount(0);
      await expect(page.getByText(say("board.kanban.stays", { title: "Stays" }))).toBeAttached();
      await finger.up().catch(() => undefined);
    }
    await page.reload();
    await expect(card(column(page, fresh(say)), "Stays")).toBeVisible();
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: phone });

  test("a card held over a stage's tab opens the stage, and dropped there it is in it", {
    tag: "@en",
  }, async ({ page, say }) => {
    await boardWith(page, ["Older", "Warehouse"]);
    const finger = await fingerOn(page);
    await liftBy(finger, card(page, "Warehouse"));
    await finger.move(await middleOf(tab(page, needs(say))));
    await expect(column(page, needs(say))).toBeInViewport({ ratio: 0.9 });
    await finger.move(await middleOf(column(page, needs(say))));
    await finger.up();
    await expect(card(column(page, needs(say)), "Warehouse")).toBeVisible();
    await page.reload();
    await expect(card(column(page, needs(say)), "Warehouse")).toBeAttached();
    expect(await titlesIn(page, fresh(say))).toEqual(["Older"]);
  });

  test("a card dropped on a tab goes to the top of its stage", { tag: "@ru" }, async ({ page, say }) => {
    await boardWith(page, ["Warehouse"]);
    const finger = await fingerOn(page);
    await liftBy(finger, card(page, "Warehouse"));
    await finger.move(await middleOf(tab(page, needs(say))));
    await finger.up();
    await expect(card(column(page, needs(say)), "Warehouse")).toBeAttached();
    await expect(tab(page, needs(say))).toContainText("1");
  });

  test("cards change places within a stage", { tag: "@en" }, async ({ page, say }) => {
    await boardWith(page, ["Third", "Second", "First"]);
    const finger = await fingerOn(page);
    await liftBy(finger, card(page, "First"));
    const last = await card(page, "Third").boundingBox();
    if (!last) throw new Error("The last card is on the page");
    await finger.move({ x: last.x + 80, y: last.y + last.height - 6 });
    // Below the last card a line shows where it would go.
    const line = page.locator("[data-edge=bottom]");
    await expect(line).toHaveCount(1);
    await expect(line.filter({ has: card(page, "Third") })).toHaveCount(1);
    await finger.up();
    await expect(page.locator("[data-edge]")).toHaveCount(0);
    await expect.poll(() => titlesIn(page, fresh(say))).toEqual(["Second", "Third", "First"]);
    await page.reload();
    await expect.poll(() => titlesIn(page, fresh(say))).toEqual(["Second", "Third", "First"]);
  });

  test("a swipe scrolls the column and moves nothing, and a tap opens the deal", { tag: "@ru" }, async ({
    page,
    say,
  }) => {
    const titles = Array.from({ length: 14 }, (_, n) => `Deal ${14 - n}`);
    await boardWith(page, titles);
    const list = column(page, fresh(say)).getByRole("list");
    const top = (await list.boundingBox())?.y ?? 0;
    const finger = await fingerOn(page);
    const from = await middleOf(card(page, "Deal 4"));
    await finger.down(from);
    await finger.move({ x: from.x, y: from.y - 160 }, 8);
    await expect(held(page)).toHaveCount(0);
    await finger.up();
    await expect.poll(async () => (await list.boundingBox())?.y ?? 0).toBeLessThan(top - 60);
    // How far a swipe carries differs, and what has left the screen is not drawn: what is drawn stands in its old order.
    const seen = await titlesIn(page, fresh(say));
    const order = titles.toReversed();
    const first = order.indexOf(seen[0] ?? "");
    expect(seen).toEqual(order.slice(first, first + seen.length));
    await card(page, "Deal 5").tap();
    await expect(page.getByRole("dialog").getByRole("list", { name: say("deal.path.label") })).toBeVisible();
  });

  test("a long column scrolls under a card held at its edge", { tag: "@en" }, async ({ page, say }) => {
    const titles = Array.from({ length: 16 }, (_, n) => `Deal ${16 - n}`);
    await boardWith(page, titles);
    const finger = await fingerOn(page);
    await liftBy(finger, card(page, "Deal 2"));
    const last = card(column(page, fresh(say)), "Deal 16");
    const edge = await column(page, fresh(say)).boundingBox();
    if (!edge) throw new Error("The column is on the page");
    await finger.move({ x: 150, y: edge.y + edge.height - 4 });
    await expect(last).toBeInViewport({ ratio: 0.9 });
    // The last of them has come from under the fold; the card goes with it to the end.
    await finger.move(await middleOf(last));
    await finger.move({ x: 150, y: edge.y + edge.height - 4 }, 2);
    await finger.up();
    await expect.poll(async () => (await titlesIn(page, fresh(say))).at(-1)).toBe("Deal 2");
    await expect.poll(() => titlesIn(page, fresh(say))).toContain("Deal 16");
  });
});
