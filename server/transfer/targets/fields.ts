import type { TargetField, TargetType } from "../contract";

type More = Partial<Omit<TargetField, "key" | "type" | "label">>;

/** Declares a field a column can be read into. */
export function target(key: string, type: TargetType, ru: string, en: string, more: More = {}): TargetField {
  return { key, type, label: { ru, en }, ...more };
}

/** What every record has. */
export const recordFields = (): TargetField[] => [
  target("externalId", "external_id", "ID в прежней системе", "ID in the other system"),
  target("ownerId", "member", "Ответственный", "Owner"),
  target("createdAt", "datetime", "Дата создания", "Created"),
  target("notes", "text", "Комментарий", "Comment", { many: true }),
];

/** What a person has; `prefix` tells those that another record's row carries. */
export const personFields = (prefix: "" | "contact." = ""): TargetField[] => {
  const [ru, en] = prefix ? ["Контакт: ", "Contact: "] : ["", ""];
  return [
    target(`${prefix}name`, "text", `${ru}Полное имя`, `${en}Full name`),
    target(`${prefix}firstName`, "text", `${ru}Имя`, `${en}First name`),
    target(`${prefix}lastName`, "text", `${ru}Фамилия`, `${en}Last name`),
    target(`${prefix}middleName`, "text", `${ru}Отчество`, `${en}Middle name`),
    target(`${prefix}phones`, "phones", `${ru}Телефоны`, `${en}Phones`, { many: true }),
    target(`${prefix}emails`, "emails", `${ru}Эл. почта`, `${en}Emails`, { many: true }),
    target(`${prefix}telegram`, "text", `${ru}Telegram`, `${en}Telegram`),
    target(`${prefix}messengers`, "messengers", `${ru}Мессенджеры`, `${en}Messengers`, { many: true }),
    target(`${prefix}website`, "url", `${ru}Сайт`, `${en}Website`),
    target(`${prefix}address`, "text", `${ru}Адрес`, `${en}Address`),
  ];
};

/** What an organisation has; `prefix` tells those that another record's row carries. */
export const firmFields = (prefix: "" | "company." = ""): TargetField[] => {
  const [ru, en] = prefix ? ["Компания: ", "Company: "] : ["", ""];
  return [
    target(`${prefix}name`, "text", `${ru}Название`, `${en}Name`),
    target(`${prefix}taxId`, "tax_id", `${ru}ИНН`, `${en}Tax ID`),
    target(`${prefix}phones`, "phones", `${ru}Телефоны`, `${en}Phones`, { many: true }),
    target(`${prefix}emails`, "emails", `${ru}Эл. почта`, `${en}Emails`, { many: true }),
    target(`${prefix}website`, "url", `${ru}Сайт`, `${en}Website`),
    target(`${prefix}address`, "text", `${ru}Адрес`, `${en}Address`),
  ];
};

/** What our own lossless export has of every record besides its values, and of those that are reached the ways to. */
export const lossless = ({ reached = false } = {}): TargetField[] => [
  ...(reached ? [target("points", "part", "Способы связи", "Ways to reach")] : []),
  target("links", "part", "Связи", "Links"),
  target("names", "part", "Как что называется", "What ids are called"),
];
