import { expect, type Page, test } from "@playwright/test";
import { ask, tell } from "./support/api";
import { axe } from "./support/axe";
import { foundWorkspace } from "./support/workspace";

type Listed = { records: { title: string; values: Record<string, unknown> }[] };

const row = (page: Page, name: string) => page.locator("[data-record]").filter({ hasText: name });

const undo = (page: Page, text: string) =>
  page.locator("[data-slot=toast]").filter({ hasText: text }).getByRole("button").first();

async function people(page: Page, slug: string, names: readonly string[]): Promise<void> {
  for (const [place, name] of names.entries()) {
    const email = place % 2 === 0 ? `p${place}@example.com` : undefined;
    await tell(page, slug, "contacts.create", { name, email });
  }
}

async function inspect(page: Page): Promise<void> {
  const { violations } = await axe(page).withTags(["wcag2a", "wcag2aa"]).analyze();
  expect
    .soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map((one) => one.target.join(" ")).join(", ")}`))
    .toEqual([]);
}

test("contacts are filtered, kept as a view, edited in cells, changed at once and given back", async ({
  page,
}) => {
  const { slug } = await foundWorkspace(page);
  await people(page, slug, ["Olga Berg", "Pavel Stein", "Vera Lind"]);
  await page.goto(`/${slug}/contacts`);
  await expect(page.locator("[data-record]")).toHaveCount(3);

  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("button", { name: "Add condition" }).click();
  await page.getByRole("combobox", { name: "Field" }).click();
  await page.getByRole("option", { name: "Email", exact: true }).click();
  await page.getByRole("combobox", { name: "Comparison" }).click();
  await page.getByRole("option", { name: "is set", exact: true }).click();
  await inspect(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("list", { name: "Filter conditions" })).toContainText("Email: set");
  await expect(page.locator("[data-record]")).toHaveCount(2);
  await expect(page).toHaveURL(/filter=\[~email~,~not_empty~\]/);

  await page.getByRole("button", { name: "Save as a new view" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Reachable");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  const tab = page
    .getByRole("navigation", { name: "Views" })
    .getByRole("button", { name: "Reachable", exact: true });
  await expect(tab).toHaveAttribute("aria-current", "page");
  await expect(page).not.toHaveURL(/filter=/);
  await page.reload();
  await expect(page.locator("[data-record]")).toHaveCount(2);
  await page.getByRole("button", { name: "All", exact: true }).click();
  await expect(page.locator("[data-record]")).toHaveCount(3);

  await row(page, "Olga Berg").getByRole("button", { name: "Change Phone" }).click();
  const phone = page.getByRole("textbox", { name: "Phone" });
  await phone.fill("030 901820");
  await phone.press("Tab");
  await expect(page.getByRole("textbox", { name: "Email" })).toHaveValue("p0@example.com");
  await page.keyboard.press("Escape");
  await expect(row(page, "Olga Berg")).toContainText("030 901820");

  await page.getByRole("checkbox", { name: "Select all shown" }).click();
  const bar = page.getByRole("region", { name: "Selected records" });
  await expect(bar).toContainText("3 selected");
  await bar.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("3 records moved to the trash")).toBeVisible();
  await expect(page.getByText("No contacts yet")).toBeVisible();
  await undo(page, "3 records moved").click();
  await expect(page.getByText("3 records are as before")).toBeVisible();
  await expect(page.locator("[data-record]")).toHaveCount(3);
  await inspect(page);

  await page.goto(`/${slug}/contacts?filter=nonsense`);
  await expect(page.getByText("The filter in this link cannot be read")).toBeVisible();
  await expect(page.locator("[data-record]")).toHaveCount(3);
  await page.goto(`/${slug}/contacts?filter=[~nope~,~empty~]`);
  await page.getByRole("button", { name: "Show everything" }).click();
  await expect(page.locator("[data-record]")).toHaveCount(3);
});

test("a change of many goes on behind the page, and is undone", async ({ page }) => {
  const { slug } = await foundWorkspace(page);
  const names = Array.from({ length: 210 }, (_, place) => `Person ${place}`);
  for (let at = 0; at < names.length; at += 30) {
    await Promise.all(names.slice(at, at + 30).map((name) => tell(page, slug, "companies.create", { name })));
  }
  await page.goto(`/${slug}/companies`);
  await expect(page.getByText("210 companies")).toBeVisible();
  await page.getByRole("checkbox", { name: "Select all shown" }).click();
  await page.getByRole("button", { name: "Select all 210" }).click();
  await page.getByRole("button", { name: "Change field" }).click();
  await page.getByRole("combobox", { name: "Field" }).click();
  await page.getByRole("option", { name: "Site" }).click();
  await page.getByRole("dialog").getByLabel("Site").fill("https://example.com");
  await page.getByRole("button", { name: "Change 210 records" }).click();
  await expect(page.getByText("210 records changed")).toBeVisible({ timeout: 40_000 });
  const listed = await ask<Listed>(page, slug, "records.list", { entity: "company", limit: 200 });
  expect(new Set(listed.records.map((one) => one.values.site))).toEqual(new Set(["https://example.com"]));
  await undo(page, "210 records changed").click();
  await expect(page.getByText("210 records are as before")).toBeVisible({ timeout: 40_000 });
});

test.describe("in Russian", () => {
  test.use({ locale: "ru-RU" });

  test("своё поле заводится, заполняется в списке и попадает в фильтр", async ({ page }) => {
    const { slug } = await foundWorkspace(page, { language: "ru" });
    await people(page, slug, ["Ольга Берг", "Павел Штейн"]);
    await page.goto(`/${slug}/settings/fields?of=contact`);
    await page.getByRole("button", { name: "Добавить поле" }).click();
    await page.getByRole("dialog").getByLabel("Название").fill("Размер");
    await page.getByRole("combobox", { name: "Тип" }).click();
    await page.getByRole("option", { name: "Список", exact: true }).click();
    await page.getByRole("textbox", { name: "Вариант 1" }).fill("Маленький");
    await page.getByRole("textbox", { name: "Вариант 2" }).fill("Большой");
    await page.getByRole("checkbox", { name: /Фильтровать и сортировать/ }).click();
    await inspect(page);
    await page.getByRole("button", { name: "Создать" }).click();
    await expect(page.getByText("Поле «Размер» создано")).toBeVisible();
    await inspect(page);

    await page.goto(`/${slug}/contacts`);
    await page.getByRole("button", { name: "Столбцы" }).click();
    await page.getByRole("combobox", { name: "Добавить столбец" }).click();
    await page.getByRole("option", { name: "Размер" }).click();
    await page.keyboard.press("Escape");
    await row(page, "Ольга Берг").getByRole("button", { name: "Изменить «Размер»" }).click();
    await page.getByRole("option", { name: "Большой" }).click();
    await expect(row(page, "Ольга Берг")).toContainText("Большой");
    await expect(page.getByText("Поле «Размер» сохранено")).toBeVisible();

    await page.getByRole("button", { name: "Фильтр", exact: true }).click();
    await page.getByRole("button", { name: "Добавить условие" }).click();
    await page.getByRole("combobox", { name: "Поле" }).click();
    await page.getByRole("option", { name: "Размер", exact: true }).click();
    await page.getByRole("combobox", { name: "Значение" }).click();
    await page.getByRole("option", { name: "Большой" }).click();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("list", { name: "Условия фильтра" })).toContainText("Размер: Большой");
    await expect(page.locator("[data-record]")).toHaveCount(1);
    await expect(page.getByText("1 контакт", { exact: true })).toBeVisible();
  });
});
