import { expect, type Page, test } from "@playwright/test";
import { axe } from "./support/axe";
import { foundWorkspace } from "./support/workspace";

const row = (page: Page, name: string) => page.locator("[data-record]").filter({ hasText: name });

async function inspect(page: Page): Promise<void> {
  const { violations } = await axe(page).withTags(["wcag2a", "wcag2aa"]).analyze();
  expect
    .soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map((one) => one.target.join(" ")).join(", ")}`))
    .toEqual([]);
}

async function add(page: Page, title: string, number: string): Promise<void> {
  await page.getByRole("button", { name: "Add", exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Title").fill(title);
  await dialog.getByLabel("Number").fill(number);
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  await expect(row(page, title)).toBeVisible();
}

test("a ready-made list is created, filled, edited in cells and filtered; its record has a page", async ({
  page,
}) => {
  const { slug } = await foundWorkspace(page);
  await page.goto(`/${slug}/lists`);
  await page.getByRole("button", { name: "New list" }).click();
  await page.getByRole("radio", { name: "Documents" }).click();
  await inspect(page);
  await page.getByRole("button", { name: "Create the list" }).click();
  await expect(page.getByRole("heading", { name: "Documents" })).toBeVisible();

  await add(page, "Supply contract", "A-17");
  await add(page, "Framework", "B-3");
  await row(page, "Framework").getByRole("button", { name: "Change Number" }).click();
  const number = page.getByRole("textbox", { name: "Number" });
  await number.fill("C-9");
  await number.press("Enter");
  await expect(row(page, "Framework")).toContainText("C-9");
  await inspect(page);

  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("button", { name: "Add condition" }).click();
  await page.getByRole("combobox", { name: "Field" }).click();
  await page.getByRole("option", { name: "Number", exact: true }).click();
  await page.getByRole("textbox").last().fill("c-9");
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-record]")).toHaveCount(1);

  await row(page, "Framework").getByRole("link", { name: "Framework" }).click();
  await expect(page).toHaveURL(/\/list-items\//);
  await expect(page.getByText("Valid until")).toBeVisible();
  await expect(page.getByRole("link", { name: "Documents" })).toBeVisible();
  await inspect(page);

  await page.goto(`/${slug}/settings/fields?of=list_item`);
  await expect(page.getByText("Valid until")).toBeVisible();
});

test.describe("in Russian", () => {
  test.use({ locale: "ru-RU" });

  test("a ready-made list is offered and created", async ({ page }) => {
    const { slug } = await foundWorkspace(page, { language: "ru" });
    await page.goto(`/${slug}/lists`);
    await page.getByRole("button", { name: "Новый список" }).click();
    await page.getByRole("radio", { name: "Заявки" }).click();
    await page.getByRole("button", { name: "Создать список" }).click();
    await expect(page.getByRole("heading", { name: "Заявки" })).toBeVisible();
    await expect(page.getByText("Здесь пока пусто")).toBeVisible();
    await inspect(page);
  });
});
