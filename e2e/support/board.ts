import { expect, type Locator, type Page } from "@playwright/test";
import { wordsOf } from "./words";

/** A stage's column. */
export function column(page: Page, stage: string): Locator {
  return page
    .locator("[data-slot=kanban-column]")
    .and(page.getByRole("region", { name: stage, exact: true }));
}

/** A deal's card, wherever it stands, or within a column. */
export function card(within: Page | Locator, title: string): Locator {
  const page = "page" in within ? within.page() : within;
  const link = page.getByRole("link", { name: title, exact: true });
  return within.locator("[data-slot=kanban-card]").filter({ has: link });
}

/** Drags a card with the mouse to the head of another column, as a hand does: in small steps. */
export async function dragCard(page: Page, title: string, stage: string): Promise<void> {
  const source = card(page, title);
  await source.scrollIntoViewIfNeeded();
  const from = await centre(source);
  const to = await centre(column(page, stage).locator("header"));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 20 });
  await page.mouse.move(to.x + 2, to.y + 2, { steps: 2 });
  await page.mouse.up();
}

async function centre(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error("The element to drag is not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export type NewDeal = { title: string; amount?: string; contact?: string };

/** Adds a deal by the form behind “New deal”; it appears in the first column. */
export async function addDeal(page: Page, { title, amount, contact }: NewDeal): Promise<void> {
  const say = wordsOf(page);
  await page
    .getByRole("button", { name: say("board.new.open") })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: say("board.new.title") });
  await dialog.getByLabel(say("board.new.name")).fill(title);
  if (amount) await dialog.getByLabel(say("board.new.amount")).fill(amount);
  if (contact) {
    await dialog.getByLabel(say("board.new.contact")).click();
    await page.keyboard.type(contact);
    await page.getByRole("option", { name: contact }).first().click();
  }
  await dialog.getByRole("button", { name: say("board.new.create") }).click();
  await expect(dialog).toBeHidden();
  await expect(card(page, title)).toBeVisible();
}

/** Opens the robots of a stage by its menu. @returns their editor */
export async function openRobots(page: Page, stage: string): Promise<Locator> {
  const say = wordsOf(page);
  await column(page, stage)
    .getByRole("button", { name: say("board.head.menu", { stage }) })
    .click();
  await page.getByRole("menuitem", { name: say("board.head.robots") }).click();
  return page.getByRole("dialog");
}

/** Opens a deal's card over the board. @returns the card */
export async function openCard(page: Page, title: string): Promise<Locator> {
  await card(page, title).getByRole("link", { name: title, exact: true }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByRole("list", { name: wordsOf(page)("deal.path.label") })).toBeVisible();
  return sheet;
}
