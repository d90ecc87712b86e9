import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import ExcelJS from "exceljs";
import { axe } from "./support/axe";
import { test } from "./support/test";
import { foundWorkspace } from "./support/workspace";

const amo = [
  "ID;Название сделки;Бюджет ;Ответственный;Этап сделки;Полное имя контакта;Компания контакта;Рабочий телефон;Рабочий email;Марка бетона",
  "1;Поставка щебня;1 500,50;Пётр Иванов;Переговоры с юристом;Анна Смирнова;ООО «Вектор»;8 (916) 123-45-67;anna@example.com;М300",
  "2;Аренда крана;200;Пётр Иванов;Успешно реализовано;Анна Смирнова;ООО «Вектор»;+79161234567;anna@example.com;М300",
  "3;Без почты;300;Анна;Переговоры с юристом;Иван;ИП Сидоров;8 916 765-43-21;не адрес;М400",
].join("\r\n");

test("a file of another CRM is imported, its rejected rows come back, and all of it is undone", {
  tag: "@en",
}, async ({ page, say }) => {
  const { slug } = await foundWorkspace(page);
  await page.goto(`/${slug}/import`);
  await expect(page.getByText(say("transfer.past.empty"))).toBeVisible();
  await page.getByLabel(say("transfer.upload.choose")).setInputFiles({
    name: "amo.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(amo),
  });
  await expect(page).toHaveURL(/\/import\/[0-9a-f-]{36}$/);
  await expect(page.getByText(say("transfer.reading.recognised", { format: "amoCRM" }))).toBeVisible();
  await expect(page.getByText(say("transfer.mapping.mapped", { mapped: 9, count: 10 }))).toBeVisible();

  await page.getByRole("combobox", { name: `${say("transfer.mapping.field")}: Марка бетона` }).click();
  await page.getByRole("option", { name: say("transfer.mapping.create", { label: "Марка бетона" }) }).click();
  await page.getByRole("combobox", { name: `${say("transfer.mapping.unknown")}: Этап сделки` }).click();
  await page.getByRole("option", { name: say("transfer.mapping.make") }).click();
  await page.getByRole("button", { name: say("transfer.check.action") }).click();
  await expect(page.getByText(say("transfer.errors.NOT_AN_EMAIL")).first()).toBeVisible({
    timeout: 15_000,
  });
  const { violations } = await axe(page).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);

  await page.getByRole("button", { name: say("transfer.run.start", { count: 2 }) }).click();
  await expect(page.getByRole("heading", { name: say("transfer.report.title") })).toBeVisible({
    timeout: 15_000,
  });
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: say("transfer.report.download") }).click();
  const rejected = readFileSync(await (await downloading).path(), "utf8");
  expect(rejected).toContain(`Рабочий email: ${say("transfer.errors.NOT_AN_EMAIL")}`);
  expect(rejected).toContain("Без почты");

  await page
    .getByRole("link", {
      name: say("transfer.report.open", { entity: say("transfer.entity.deal").toLowerCase() }),
    })
    .click();
  await expect(page.getByRole("link", { name: "Поставка щебня" })).toBeVisible();
  await page.getByRole("button", { name: say("transfer.export.action") }).click();
  const exporting = page.waitForEvent("download");
  await page.getByRole("link", { name: say("transfer.export.download") }).click();
  expect(readFileSync(await (await exporting).path(), "utf8")).toMatch(/Аренда крана[,;].*200[.,]00/);

  await page.goto(`/${slug}/import`);
  await page.getByRole("link", { name: "amo.csv" }).click();
  await page.getByRole("button", { name: say("transfer.report.undo") }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: say("transfer.report.undo") })
    .click();
  await expect(page.getByRole("heading", { name: say("transfer.report.undone") })).toBeVisible({
    timeout: 15_000,
  });
  await page.goto(`/${slug}/deals?view=list`);
  await expect(page.getByRole("link", { name: "Поставка щебня" })).toBeHidden();
});

test("leads are imported from their list, and an old workbook of Excel is explained", { tag: "@ru" }, async ({
  page,
  say,
}) => {
  const { slug } = await foundWorkspace(page);
  await page.goto(`/${slug}/leads?view=list`);
  await page
    .getByRole("main")
    .getByRole("link", { name: say("transfer.navigation") })
    .click();
  await expect(
    page.getByText(say("transfer.upload.into", { what: say("transfer.entity.lead") })),
  ).toBeVisible();
  const file = page.getByLabel(say("transfer.upload.choose"));
  await file.setInputFiles({
    name: "old.xls",
    mimeType: "application/vnd.ms-excel",
    buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
  });
  await expect(page.getByText(say("transfer.faults.OLD_EXCEL"))).toBeVisible();
  await file.setInputFiles({
    name: "люди.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("ФИО;Телефон\nАнна Ёлкина;8 916 000-00-01\n"),
  });
  await page.getByRole("button", { name: say("transfer.check.action") }).click();
  await page.getByRole("button", { name: say("transfer.run.start", { count: 1 }) }).click();
  await expect(page.getByRole("heading", { name: say("transfer.report.title") })).toBeVisible({
    timeout: 15_000,
  });
  await page
    .getByRole("link", {
      name: say("transfer.report.open", { entity: say("transfer.entity.lead").toLowerCase() }),
    })
    .click();
  await expect(page.getByRole("link", { name: "Анна Ёлкина" })).toBeVisible();
});

test("a workbook of Excel goes in, and comes out as one and without losses", { tag: "@ru" }, async ({
  page,
  say,
}) => {
  const { slug } = await foundWorkspace(page);
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("People");
  sheet.addRow(["Имя", "Email"]);
  sheet.addRow(["Анна Ёлкина", "anna@example.com"]);
  sheet.addRow(["=Иван", "ivan@example.com"]);
  await page.goto(`/${slug}/contacts`);
  await page
    .getByRole("main")
    .getByRole("link", { name: say("transfer.navigation") })
    .click();
  await page.getByLabel(say("transfer.upload.choose")).setInputFiles({
    name: "people.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  });
  await page.getByRole("button", { name: say("transfer.check.action") }).click();
  await page.getByRole("button", { name: say("transfer.run.start", { count: 2 }) }).click();
  await expect(page.getByRole("heading", { name: say("transfer.report.title") })).toBeVisible({
    timeout: 15_000,
  });
  await page.goto(`/${slug}/contacts`);
  await expect(page.locator("[data-record]")).toHaveCount(2);

  const taken = async (format: string) => {
    await page.getByRole("button", { name: say("transfer.export.action") }).click();
    await page.getByRole("radio", { name: format }).click();
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: say("transfer.export.download") }).click();
    return readFileSync(await (await downloading).path());
  };
  const book = new ExcelJS.Workbook();
  const [out] = (await book.xlsx.load((await taken(say("transfer.export.xlsx"))).buffer as ArrayBuffer))
    .worksheets;
  expect(out?.getColumn(1).values).toContain("=Иван");
  const lossless = (await taken(say("transfer.export.losslessCsv"))).toString("utf8");
  expect(lossless).toContain("=Иван");
  expect(lossless).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/);
});
