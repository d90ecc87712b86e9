import type { TargetField } from "./contract";
import type { ImportEntity } from "./recognise/aliases";

// Files of the shapes that companies bring, made row by row from their column lists.

const FIRST = ["Анна", "Пётр", "Мария", "Иван", "Ольга", "Сергей", "Елена", "Дмитрий"];
const LAST = ["Смирнова", "Иванов", "Кузнецова", "Попов", "Соколова", "Лебедев", "Новикова", "Морозов"];
const FIRMS = ["ООО «Вектор»", 'ООО "Ромашка"', "ИП Сидоров", "АО Стройснаб", "ООО Лад; и Ко"];
export const STAGES = [
  "Первичный контакт",
  "Переговоры",
  "Принимают решение",
  "Успешно реализовано",
  "Закрыто и не реализовано",
];

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const two = (number: number) => String(number).padStart(2, "0");
const phone = (index: number) =>
  `+7 9${two(index % 100)} ${String(1000000 + ((index * 7919) % 8999999)).replace(/(\d{3})(\d{2})(\d{2})/, "$1-$2-$3")}`;
const day = (index: number) => `${two(1 + (index % 28))}.${two(1 + (index % 12))}.${2020 + (index % 6)}`;
const person = (index: number) => `${at(FIRST, index)} ${at(LAST, index >> 3)}`;

/** A grouped amount with kopecks: "1 234,50". */
export function amount(index: number): string {
  const whole = String((index * 7817) % 2_000_000).replaceAll(/\B(?=(\d{3})+$)/g, " ");
  return `${whole},${two((index * 13) % 100)}`;
}

export type Export = { header: string[]; row: (index: number) => string[] };

/** Deals as amoCRM gives them: 20 columns, blanks after a header, utm_source twice with the first one empty. */
export const amoDeals: Export = {
  header: [
    "ID",
    "Название сделки",
    "Бюджет ",
    "Ответственный",
    "Дата создания сделки",
    "Кем создана сделка",
    "Дата редактирования",
    "Дата закрытия",
    "Теги",
    "Примечание",
    "Примечание 2",
    "Этап сделки",
    "Воронка",
    "Полное имя контакта",
    "Компания контакта",
    "Рабочий телефон",
    "Мобильный телефон",
    "Рабочий email",
    "utm_source",
    "utm_source",
  ],
  row: (i) => [
    String(30_000_000 + i),
    `Сделка #${i}: поставка ${i % 40} т`,
    amount(i),
    at(["Анна Смирнова", "Пётр Иванов"], i),
    `${day(i)} ${two(i % 24)}:${two(i % 60)}:00`,
    "Анна Смирнова",
    `${day(i + 3)} ${two(i % 24)}:${two(i % 60)}:00`,
    i % 3 === 0 ? "не закрыта" : `${day(i + 30)} 18:00:00`,
    i % 4 === 0 ? "VIP, опт" : "",
    i % 10 === 0 ? 'Просил "перезвонить"; после 18\nи до 20' : "",
    "",
    at(STAGES, i),
    "Продажи",
    person(i),
    at(FIRMS, i),
    phone(i),
    i % 2 === 0 ? phone(i + 500_000) : "",
    `client${i}@example.com`,
    "",
    i % 5 === 0 ? "yandex" : "",
  ],
};

/** Contacts as Bitrix24 gives them. */
export const bitrixContacts: Export = {
  header: [
    "ID",
    "Обращение",
    "Имя",
    "Фамилия",
    "Отчество",
    "Дата рождения",
    "Рабочий телефон",
    "Мобильный телефон",
    "Корпоративный сайт",
    "Рабочий e-mail",
    "Частный e-mail",
    "Компания",
    "Должность",
    "Комментарий",
    "Тип контакта",
    "Доступен для всех",
    "Ответственный",
  ],
  row: (i) => [
    String(i + 1),
    "",
    at(FIRST, i),
    at(LAST, i >> 3),
    "",
    i % 3 === 0 ? day(i) : "",
    phone(i),
    i % 2 === 0 ? `${phone(i + 300_000)}, ${phone(i + 600_000)}` : "",
    i % 7 === 0 ? "example.com" : "",
    `person${i}@example.com`,
    i % 2 === 0 ? `home${i}@example.net` : "",
    at(FIRMS, i),
    "Директор",
    "",
    "Клиенты",
    "Y",
    "Анна Смирнова",
  ],
};

/** Deals as Bitrix24 gives them, with the contact's and company's columns named by prefix. */
export const bitrixDeals: Export = {
  header: [
    "ID",
    "Воронка",
    "Стадия сделки",
    "Название сделки",
    "Сумма",
    "Валюта",
    "Дата создания",
    "Предполагаемая дата закрытия",
    "Ответственный",
    "Комментарий",
    "Контакт: Имя",
    "Контакт: Фамилия",
    "Контакт: Рабочий телефон",
    "Контакт: Рабочий e-mail",
    "Компания: Название компании",
  ],
  row: (i) => [
    String(i + 1),
    "Продажи",
    at(["Переговоры", "Сделка успешна", "Сделка провалена"], i),
    `Сделка №${i}`,
    `${(i * 37) % 100_000}.${two(i % 100)}`,
    at(["Российский рубль", "Доллар США", ""], i),
    `${day(i)} ${two(i % 24)}:00:00`,
    day(i + 9),
    "Пётр Иванов",
    "",
    at(FIRST, i),
    at(LAST, i >> 3),
    phone(i),
    `person${i}@example.com`,
    at(FIRMS, i),
  ],
};

/** Leads as Bitrix24 gives them. */
export const bitrixLeads: Export = {
  header: [
    "ID",
    "Стадия",
    "Название лида",
    "Обращение",
    "Имя",
    "Отчество",
    "Фамилия",
    "Дата рождения",
    "Название компании",
    "Рабочий телефон",
    "Мобильный телефон",
    "Рабочий e-mail",
    "Корпоративный сайт",
    "Адрес",
    "Источник",
    "Дополнительно об источнике",
    "Возможная сумма",
    "Валюта",
    "Комментарий",
    "Ответственный",
    "Дата создания",
    "Доступен для всех",
    "UTM Source",
    "UTM Medium",
    "UTM Campaign",
  ],
  row: (i) => [
    String(i + 1),
    at(["Не обработан", "В работе", "Качественный лид", "Некачественный лид"], i),
    i % 5 === 0 ? "" : `Заявка с сайта №${i}`,
    "",
    at(FIRST, i),
    "",
    at(LAST, i >> 3),
    "",
    at(FIRMS, i),
    phone(i),
    i % 2 === 0 ? phone(i + 400_000) : "",
    `lead${i}@example.com`,
    "",
    "",
    at(["Веб-сайт", "Звонок", "Реклама"], i),
    "",
    `${(i * 37) % 100_000}.${two(i % 100)}`,
    "Российский рубль",
    i % 10 === 0 ? "Перезвонить вечером" : "",
    "Пётр Иванов",
    `${day(i)} ${two(i % 24)}:00:00`,
    "Y",
    i % 3 === 0 ? "yandex" : "",
    i % 3 === 0 ? "cpc" : "",
    "",
  ],
};

/** Products as Bitrix24 gives them. */
export const bitrixProducts: Export = {
  header: [
    "ID",
    "Название",
    "Цена",
    "Валюта",
    "Раздел",
    "Артикул",
    "Единица измерения",
    "Ставка НДС",
    "НДС включен в цену",
    "Описание",
    "Активен",
  ],
  row: (i) => [
    String(i + 1),
    `Щебень фракции ${i % 40}`,
    amount(i),
    "Российский рубль",
    at(["Нерудные", "Бетон", ""], i),
    `SKU-${i}`,
    at(["т", "м³"], i),
    at(["20%", "Без НДС", ""], i),
    at(["Y", "N"], i),
    "",
    "Y",
  ],
};

/** The export as CSV with `;` and CRLF, as both systems save it, in pieces of about 64 KB. */
export function* csvOf({ header, row }: Export, rows: number): Generator<Buffer> {
  let text = `${line(header)}`;
  for (let i = 0; i < rows; i++) {
    text += line(row(i));
    if (text.length < 40_000) continue;
    yield Buffer.from(text);
    text = "";
  }
  yield Buffer.from(text);
}

function line(cells: string[]): string {
  return `${cells.map((cell) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(";")}\r\n`;
}

const field = (
  key: string,
  type: TargetField["type"],
  ru: string,
  en: string,
  more: Partial<TargetField> = {},
): TargetField => ({ key, type, label: { ru, en }, ...more });

const people = (prefix: string): TargetField[] => [
  field(`${prefix}name`, "text", "Полное имя", "Full name"),
  field(`${prefix}firstName`, "text", "Имя", "First name"),
  field(`${prefix}lastName`, "text", "Фамилия", "Last name"),
  field(`${prefix}phones`, "phones", "Телефоны", "Phones", { many: true }),
  field(`${prefix}emails`, "emails", "Почта", "Emails", { many: true }),
  field(`${prefix}position`, "text", "Должность", "Job title"),
];
const shared: TargetField[] = [
  field("externalId", "external_id", "Внешний код", "External ID"),
  field("ownerId", "member", "Ответственный", "Owner"),
  field("createdAt", "datetime", "Дата создания", "Created"),
  field("tags", "tags", "Теги", "Tags", { many: true }),
  field("notes", "text", "Комментарий", "Notes", { many: true }),
  field("utmSource", "text", "utm_source", "utm_source"),
];

/** A field catalog like the one imports will be offered. */
export const catalog: Partial<Record<ImportEntity, TargetField[]>> = {
  deal: [
    ...shared,
    field("title", "text", "Название", "Title", { required: true }),
    field("amountMinor", "money", "Сумма", "Amount"),
    field("currency", "currency", "Валюта", "Currency"),
    field("closesAt", "date", "Дата закрытия", "Close date"),
    field("pipelineId", "pipeline", "Воронка", "Pipeline"),
    field("stageId", "stage", "Стадия", "Stage"),
    ...people("contact."),
    field("company.name", "text", "Компания", "Company"),
    field("company.taxId", "tax_id", "ИНН", "Tax ID"),
  ],
  contact: [
    ...shared,
    ...people(""),
    field("birthday", "date", "Дата рождения", "Birthday"),
    field("website", "url", "Сайт", "Website"),
    field("company.name", "text", "Компания", "Company"),
  ],
  company: [
    ...shared,
    field("name", "text", "Название", "Name", { required: true }),
    field("taxId", "tax_id", "ИНН", "Tax ID"),
    field("phones", "phones", "Телефоны", "Phones", { many: true }),
    field("emails", "emails", "Почта", "Emails", { many: true }),
  ],
};

const open = { outcome: "open" } as const;
/** The organization the exports are brought to. */
export const surroundings = {
  language: "ru" as const,
  timeZone: "Europe/Moscow",
  country: "RU" as const,
  currency: "RUB",
  members: [
    { id: "anna", name: "Анна Смирнова", email: "anna@example.com" },
    { id: "petr", name: "Пётр Иванов", email: "petr@example.com" },
  ],
  pipelines: [
    {
      id: "sales",
      name: "Продажи",
      stages: [
        { id: "first", name: "Первичный контакт", ...open },
        { id: "talks", name: "Переговоры", ...open },
        { id: "deciding", name: "Принимают решение", ...open },
        { id: "won", name: "Оплачено", outcome: "won" as const },
        { id: "lost", name: "Отказ", outcome: "lost" as const },
      ],
    },
  ],
};
