import { expect, type Page } from "@playwright/test";
import { axe } from "./support/axe";
import { test } from "./support/test";
import { wordsOf } from "./support/words";
import { foundWorkspace } from "./support/workspace";

/** Where the lists that are offered are declared. */
const readyMade = { where: "ready-made" };

const row = (page: Page, name: string) => page.locator("[data-record]").filter({ hasText: name });

async function inspect(page: Page): Promise<void> {
  const { violations } = await axe(page).withTags(["wcag2a", "wcag2aa"]).analyze();
  expect
    .soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map((one) => one.target.join(" ")).join(", ")}`))
    .toEqual([]);
}

async function add(page: Page, title: string, number: string): Promise<void> {
  const say = wordsOf(page);
  await page
    .getByRole("button", { name: say("lists.newItem"), exact: true })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(say("lists.itemTitle")).fill(title);
  await dialog.getByLabel(say.declared("Number", readyMade)).fill(number);
  await dialog.getByRole("button", { name: say("records.create.save"), exact: true }).click();
  await expect(row(page, title)).toBeVisible();
}

test("a ready-made list is created, filled, edited in cells and filtered; its record has a page", {
  tag: "@ru",
}, async ({ page, say }) => {
  const documents = say.declared("Documents", readyMade);
  const numberName = say.declared("Number", readyMade);
  const valid = say.declared("Valid until", readyMade);
  const { slug } = await foundWorkspace(page);
  await page.goto(`/${slug}/lists`);
  await page.getByRole("button", { name: say("lists.new") }).click();
  await page.getByRole("radio", { name: documents }).click();
  await inspect(page);
  await page.getByRole("button", { name: say("lists.create") }).click();
  await expect(page.getByRole("heading", { name: documents })).toBeVisible();

  await add(page, "Supply contract", "A-17");
  await add(page, "Framework", "B-3");
  await row(page, "Framework")
    .getByRole("button", { name: say("records.cell.editOf", { field: numberName, name: "Framework" }) })
    .click();
  const number = page.getByRole("textbox", { name: numberName });
  await number.fill("C-9");
  await number.press("Enter");
  await expect(row(page, "Framework")).toContainText("C-9");
  await inspect(page);

  await page.getByRole("button", { name: say("filter.open"), exact: true }).click();
  await page.getByRole("button", { name: say("filter.add") }).click();
  await page.getByRole("combobox", { name: say("filter.field") }).click();
  await page.getByRole("option", { name: numberName, exact: true }).click();
  await page.getByRole("textbox").last().fill("c-9");
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-record]")).toHaveCount(1);

  await row(page, "Framework").getByRole("link", { name: "Framework" }).click();
  await expect(page).toHaveURL(/\/list-items\//);
  await expect(page.getByText(valid)).toBeVisible();
  await expect(page.getByRole("link", { name: documents })).toBeVisible();
  await inspect(page);

  await page.goto(`/${slug}/settings/fields?of=list_item`);
  await expect(page.getByText(valid)).toBeVisible();
});

test("a ready-made list is offered, and is empty at first", { tag: "@en" }, async ({ page, say }) => {
  const requests = say.declared("Requests", readyMade);
  const { slug } = await foundWorkspace(page);
  await page.goto(`/${slug}/lists`);
  await page.getByRole("button", { name: say("lists.new") }).click();
  await page.getByRole("radio", { name: requests }).click();
  await page.getByRole("button", { name: say("lists.create") }).click();
  await expect(page.getByRole("heading", { name: requests })).toBeVisible();
  await expect(page.getByText(say("lists.nothing"))).toBeVisible();
  await inspect(page);
});
