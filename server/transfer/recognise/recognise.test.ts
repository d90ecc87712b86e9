import { describe, expect, test } from "vitest";
import type { TargetField } from "../contract";
import { amoDeals, bitrixContacts, bitrixDeals, catalog, type Export } from "../exports.fixture";
import type { ImportEntity } from "./aliases";
import { looksLike } from "./by-values";
import { recogniseFormat } from "./formats";
import { numberHeaders } from "./header";
import { recogniseColumns } from "./recognise-columns";

function recognise({ header, row }: Export, entity: ImportEntity) {
  const sample = Array.from({ length: 100 }, (_, index) => row(index));
  return recogniseColumns(header, sample, { entity, fields: catalog[entity] ?? [] });
}

const mapped = (found: ReturnType<typeof recognise>) =>
  Object.fromEntries(found.columns.map((column) => [column.title, column.guess?.field ?? null]));

test("every column of amoCRM's deals finds its field", () => {
  const found = recognise(amoDeals, "deal");
  expect(found.format).toMatchObject({ name: "amoCRM deals", entity: "deal" });
  expect(mapped(found)).toEqual({
    ID: "externalId",
    "Название сделки": "title",
    "Бюджет ": "amountMinor",
    Ответственный: "ownerId",
    "Дата создания сделки": "createdAt",
    "Кем создана сделка": null,
    "Дата редактирования": null,
    "Дата закрытия": "closesAt",
    Теги: "tags",
    Примечание: "notes",
    "Примечание 2": "notes",
    "Этап сделки": "stageId",
    Воронка: "pipelineId",
    "Полное имя контакта": "contact.name",
    "Компания контакта": "company.name",
    "Рабочий телефон": "contact.phones",
    "Мобильный телефон": "contact.phones",
    "Рабочий email": "contact.emails",
    utm_source: "utmSource",
    "utm_source (2)": "utmSource",
  });
});

test("every column of Bitrix24's contacts and deals finds its field, prefixed ones too", () => {
  const contacts = recognise(bitrixContacts, "contact");
  expect(contacts.format?.name).toBe("Bitrix24 contacts");
  expect(mapped(contacts)).toMatchObject({
    ID: "externalId",
    Имя: "firstName",
    Фамилия: "lastName",
    "Дата рождения": "birthday",
    "Рабочий телефон": "phones",
    "Мобильный телефон": "phones",
    "Корпоративный сайт": "website",
    "Рабочий e-mail": "emails",
    "Частный e-mail": "emails",
    Компания: "company.name",
    Должность: "position",
    "Тип контакта": null,
    "Доступен для всех": null,
  });
  const deals = recognise(bitrixDeals, "deal");
  expect(deals.format?.name).toBe("Bitrix24 deals");
  expect(mapped(deals)).toMatchObject({
    "Стадия сделки": "stageId",
    Сумма: "amountMinor",
    Валюта: "currency",
    "Предполагаемая дата закрытия": "closesAt",
    "Контакт: Имя": "contact.firstName",
    "Контакт: Рабочий телефон": "contact.phones",
    "Компания: Название компании": "company.name",
  });
});

test.each<[string, string[]]>([
  [
    "amoCRM contacts",
    [
      "ID",
      "Тип",
      "Полное имя контакта",
      "Название компании",
      "Кем создан контакт",
      "Сделки",
      "Рабочий прямой телефон",
      "Рабочий email",
    ],
  ],
  ["amoCRM companies", ["ID", "Название компании", "Кем создана компания", "Сделки", "Рабочий email", "Web"]],
  [
    "Bitrix24 leads",
    ["ID", "Стадия", "Название лида", "Обращение", "Рабочий телефон", "Частный e-mail", "Доступен для всех"],
  ],
  [
    "Bitrix24 companies",
    ["ID", "Название компании", "Тип компании", "Рабочий телефон", "Рабочий e-mail", "Корпоративный сайт"],
  ],
  [
    "HubSpot contacts",
    ["Record ID", "First Name", "Last Name", "Email", "Phone Number", "Contact owner", "Lifecycle Stage"],
  ],
  [
    "HubSpot deals",
    ["Record ID", "Deal Name", "Deal Stage", "Pipeline", "Amount", "Close Date", "Deal owner"],
  ],
  ["Odoo opportunities", ["Opportunity", "Stage", "Expected Revenue", "Salesperson", "Sales Team"]],
])("%s is told by its headers", (name, header) => expect(recogniseFormat(header)?.name).toBe(name));

test("a list somebody made by hand is of no known format", () => {
  expect(recogniseFormat(["ФИО", "Телефон", "Почта"])).toBeNull();
});

const fields: TargetField[] = [
  { key: "name", type: "text", label: { en: "Full name", ru: "Полное имя" } },
  { key: "phones", type: "phones", label: { en: "Phones", ru: "Телефоны" }, many: true },
  { key: "emails", type: "emails", label: { en: "Emails", ru: "Почта" }, many: true },
  { key: "custom_1", type: "list", label: { en: "Shoe size", ru: "Размер обуви" } },
];
const guess = (header: string, values: string[]) =>
  recogniseColumns(
    [header],
    values.map((value) => [value]),
    { entity: "contact", fields },
  ).columns[0];

describe("a single column", () => {
  test.each<[string, string[], string | null, string | null]>([
    ["Размер обуви", ["41", "42"], "custom_1", "label"],
    ["SHOE SIZE", ["41", "42"], "custom_1", "label"],
    ["Тел.", ["+7 916 123-45-67", "89161234568"], "phones", "alias"],
    ["Моб. телефон", ["+7 916 123-45-67", "89161234568"], "phones", "similar"],
    ["Как связаться", ["+7 916 123-45-67", "89161234568"], "phones", "values"],
    ["Куда писать", ["a@example.com", "b@example.com"], "emails", "values"],
    ["Рост", ["180", "175"], null, null],
    ["", ["x", "y"], null, null],
  ])("%j of %j", (header, values, field, reason) => {
    const found = guess(header, values);
    expect([found?.guess?.field ?? null, found?.guess?.reason ?? null]).toEqual([field, reason]);
  });

  test("values that contradict the header lower the guess", () => {
    const right = guess("Телефон", ["+79161234567", "+79161234568"])?.guess?.score ?? 0;
    const wrong = guess("Телефон", ["a@example.com", "b@example.com"])?.guess?.score ?? 0;
    expect(right).toBeGreaterThan(0.9);
    expect(wrong).toBeLessThan(0.7);
  });

  test("repeated headers are kept apart by number", () => {
    expect(numberHeaders(["Телефон", "Имя", "Телефон", ""])).toEqual([
      "Телефон",
      "Имя",
      "Телефон (2)",
      "№ 4",
    ]);
  });
});

test.each<[string, string[], string | null]>([
  ["phones", ["+7 916 123-45-67", "8 (495) 765-43-21"], "phones"],
  ["emails", ["a@example.com", "b@example.com, c@example.com"], "emails"],
  ["dates", ["01.02.2026", "15.03.2026"], "date"],
  ["American dates", ["02/15/2026", "12/31/2025"], "date"],
  ["times", ["01.02.2026 10:00", "15.03.2026 09:30"], "datetime"],
  ["money", ["1 234,50", "99,00"], "money"],
  ["numbers", ["12", "40"], "number"],
  ["tax ids", ["7707083893", "500100732259"], "tax_id"],
  ["yes and no", ["да", "нет", "да"], "boolean"],
  ["addresses of sites", ["https://example.com", "www.example.com"], "url"],
  ["few texts often", Array.from({ length: 40 }, (_, index) => (index % 2 ? "Розница" : "Опт")), "list"],
  ["text", ["Просил перезвонить", "Ждёт счёт"], null],
  ["one value", ["01.02.2026"], null],
])("a column of %s", (_, values, type) => expect(looksLike(values)?.type ?? null).toBe(type));
