import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { axe } from "./support/axe";
import { foundWorkspace } from "./support/workspace";

const amo = [
  "ID;Название сделки;Бюджет ;Ответственный;Этап сделки;Полное имя контакта;Компания контакта;Рабочий телефон;Рабочий email;Марка бетона",
  "1;Поставка щебня;1 500,50;Пётр Иванов;Переговоры с юристом;Анна Смирнова;ООО «Вектор»;8 (916) 123-45-67;anna@example.com;М300",
  "2;Аренда крана;200;Пётр Иванов;Успешно реализовано;Анна Смирнова;ООО «Вектор»;+79161234567;anna@example.com;М300",
  "3;Без почты;300;Анна;Переговоры с юристом;Иван;ИП Сидоров;8 916 765-43-21;не адрес;М400",
].join("\r\n");

test("a file of another CRM is imported, its rejected rows come back, and all of it is undone", async ({
  page,
}) => {
  const { slug } = await foundWorkspace(page);
  await page.goto(`/${slug}/import`);
  await expect(page.getByText("No imports yet")).toBeVisible();
  await page.getByLabel("Choose a file").setInputFiles({
    name: "amo.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(amo),
  });
  await expect(page).toHaveURL(/\/import\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Recognised: amoCRM deals")).toBeVisible();
  await expect(page.getByText("9 of 10 columns are imported")).toBeVisible();

  await page.getByRole("combobox", { name: "Field: Марка бетона" }).click();
  await page.getByRole("option", { name: "New field: Марка бетона" }).click();
  await page.getByRole("combobox", { name: "If it is not there: Этап сделки" }).click();
  await page.getByRole("option", { name: "Create it" }).click();
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByText("Not an email address").first()).toBeVisible({ timeout: 15_000 });
  const { violations } = await axe(page).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);

  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await expect(page.getByRole("heading", { name: "Result" })).toBeVisible({ timeout: 15_000 });
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download rejected rows" }).click();
  const rejected = readFileSync(await (await downloading).path(), "utf8");
  expect(rejected).toContain("Рабочий email: Not an email address");
  expect(rejected).toContain("Без почты");

  await page.getByRole("link", { name: "Open deals" }).click();
  await expect(page.getByRole("link", { name: "Поставка щебня" })).toBeVisible();
  await page.getByRole("button", { name: "Export" }).click();
  const exporting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  expect(readFileSync(await (await exporting).path(), "utf8")).toContain("Аренда крана,Won,200.00");

  await page.goto(`/${slug}/import`);
  await page.getByRole("link", { name: "amo.csv" }).click();
  await page.getByRole("button", { name: "Undo the import" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Undo the import" }).click();
  await expect(page.getByRole("heading", { name: "The import was undone" })).toBeVisible({ timeout: 15_000 });
  await page.goto(`/${slug}/deals?view=list`);
  await expect(page.getByRole("link", { name: "Поставка щебня" })).toBeHidden();
});

test("импорт по-русски: лиды из списка лидов, а старую книгу Excel объясняет", async ({ page }) => {
  const { slug } = await foundWorkspace(page, { language: "ru" });
  await page.goto(`/${slug}/leads?view=list`);
  await page.getByRole("main").getByRole("link", { name: "Импорт данных" }).click();
  await expect(page.getByText("Строки попадут в «Лиды».")).toBeVisible();
  const file = page.getByLabel("Выбрать файл");
  await file.setInputFiles({
    name: "old.xls",
    mimeType: "application/vnd.ms-excel",
    buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
  });
  await expect(page.getByText("Сохраните её как .xlsx или CSV")).toBeVisible();
  await file.setInputFiles({
    name: "люди.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("ФИО;Телефон\nАнна Ёлкина;8 916 000-00-01\n"),
  });
  await page.getByRole("button", { name: "Проверить файл" }).click();
  await page.getByRole("button", { name: "Импортировать 1 строку" }).click();
  await expect(page.getByRole("heading", { name: "Итог" })).toBeVisible({ timeout: 15_000 });
  await page.getByRole("link", { name: "Открыть лиды" }).click();
  await expect(page.getByRole("link", { name: "Анна Ёлкина" })).toBeVisible();
});
