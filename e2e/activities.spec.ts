import { expect, type Page, test } from "@playwright/test";
import { stageOf, tell } from "./support/api";
import { axe } from "./support/axe";
import { foundWorkspace } from "./support/workspace";

const week = "view=week&day=2027-03-03";

async function place(page: Page, language: "en" | "ru" = "en") {
  const { slug } = await foundWorkspace(page, { language });
  const { id: stageId } = await stageOf(page, slug, language === "en" ? "New enquiry" : "Новое обращение");
  await tell(page, slug, "deals.create", { title: "Windows", stageId });
  return slug;
}

async function inspect(page: Page) {
  const { violations } = await axe(page).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

test("an activity is planned where the calendar is empty: drawn by mouse, by keys, on a day, and from the list", async ({
  page,
}) => {
  test.setTimeout(90_000);
  const slug = await place(page);
  const dialog = page.getByRole("dialog", { name: "Plan an activity" });

  await test.step("an hour and a half is drawn over a Wednesday", async () => {
    await page.goto(`/${slug}/activities?${week}`);
    const wednesday = page.getByRole("button", { name: /^Plan on Wednesday, March 3 at/ });
    const { x = 0, y = 0, width = 0 } = (await wednesday.boundingBox()) ?? {};
    // Half hours are 22 pixels high.
    await page.mouse.move(x + width / 2, y + 10 * 44 + 5);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + 11 * 44 + 5);
    await page.mouse.up();
    await expect(dialog.getByLabel("Time", { exact: true })).toHaveValue("10:00");
    await expect(dialog.getByLabel("Takes", { exact: true })).toHaveValue("90");
    await dialog.getByLabel("What", { exact: true }).fill("Measure the roof");
    await dialog.getByLabel("Details", { exact: true }).fill("Bring the long ladder");
    await dialog.getByLabel("Record", { exact: true }).click();
    await page.getByRole("option", { name: "Windows" }).click();
    await inspect(page);
    await dialog.getByRole("button", { name: "Plan", exact: true }).click();
    await expect(page.getByRole("button", { name: /Measure the roof/ })).toBeVisible();
  });

  await test.step("the arrows choose a half hour, Enter plans, and it can be taken back", async () => {
    await page.getByRole("button", { name: /^Plan on Monday, March 1 at 10:00/ }).focus();
    for (const key of ["ArrowRight", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"])
      await page.keyboard.press(key);
    await expect(page.getByRole("button", { name: "Plan on Tuesday, March 2 at 11:00 AM" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(dialog.getByLabel("Time", { exact: true })).toHaveValue("11:00");
    await dialog.getByLabel("What", { exact: true }).fill("Call Olga");
    await dialog.getByLabel("Record", { exact: true }).click();
    await page.getByRole("option", { name: "Windows" }).click();
    await dialog.getByLabel("What", { exact: true }).press("Enter");
    const chip = page.getByRole("button", { name: /Call Olga/ });
    await expect(chip).toBeVisible();
    const told = page.getByRole("status").filter({ hasText: "Call Olga" });
    await told.getByRole("button", { name: "Undo" }).click();
    await expect(chip).toHaveCount(0);
  });

  await test.step("a day of the month takes an activity without a time", async () => {
    await page.goto(`/${slug}/activities?view=month&day=2027-03-03`);
    await page
      .getByRole("button", { name: "Plan on Friday, March 12" })
      .click({ position: { x: 60, y: 70 } });
    await expect(dialog.getByLabel("Time", { exact: true })).toHaveValue("");
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("button", { name: "Plan on Friday, March 19" })).toBeFocused();
    await inspect(page);
  });
});

test("дело планируют со страницы дел и из карточки, с исполнителем и длительностью", async ({ page }) => {
  test.setTimeout(90_000);
  const slug = await place(page, "ru");
  await page.goto(`/${slug}/activities`);
  await page.getByRole("button", { name: "Запланировать дело" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Запланировать дело" });
  await dialog.getByLabel("Что сделать").fill("Позвонить Ольге");
  await dialog.getByLabel("Карточка", { exact: true }).click();
  await page.getByRole("option", { name: "Windows" }).click();
  await dialog.getByRole("button", { name: "Добавить дело" }).click();
  await page.getByRole("link", { name: "Windows" }).click();
  await page.getByRole("radio", { name: "Дело" }).click();
  const what = page.getByRole("textbox", { name: "Какой следующий шаг?" });
  await what.fill("Замер");
  await page.getByRole("button", { name: "Подробности" }).click();
  await page.getByRole("textbox", { name: "Подробности" }).fill("Взять лестницу");
  await expect(page.getByLabel("Ответственный", { exact: true }).last()).toContainText("Anna");
  await page.getByRole("button", { name: "Добавить дело" }).click();
  await page.getByRole("tab", { name: /^Дела/ }).click();
  await expect(page.getByText("Взять лестницу")).toBeVisible();
});
