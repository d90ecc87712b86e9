import type { ImportEntity } from "./aliases";
import { foldHeader } from "./header";

export type Format = { name: string; entity: ImportEntity };
type Signature = Format & {
  /** All of these are there. */
  has: string[];
  /** The more of these, the surer. */
  typical: string[];
};

const AMO_PHONES = [
  "Рабочий прямой телефон",
  "Мобильный телефон",
  "Рабочий email",
  "Личный email",
  "Примечание 2",
];
const BITRIX_PHONES = [
  "Рабочий телефон",
  "Мобильный телефон",
  "Рабочий e-mail",
  "Частный e-mail",
  "Корпоративный сайт",
];

const signatures: Signature[] = [
  {
    name: "amoCRM deals",
    entity: "deal",
    has: ["Название сделки", "Этап сделки"],
    typical: [
      "Бюджет",
      "Воронка",
      "Полное имя контакта",
      "Основной контакт",
      "Дата создания сделки",
      "Кем создана сделка",
      ...AMO_PHONES,
    ],
  },
  {
    name: "amoCRM contacts",
    entity: "contact",
    has: ["Полное имя контакта"],
    typical: [
      "Тип",
      "Название компании",
      "Дата создания контакта",
      "Кем создан контакт",
      "Сделки",
      "Web",
      ...AMO_PHONES,
    ],
  },
  {
    name: "amoCRM companies",
    entity: "company",
    has: ["Название компании", "Рабочий email"],
    typical: ["Дата создания компании", "Кем создана компания", "Сделки", "Web", "Рабочий прямой телефон"],
  },
  {
    name: "Bitrix24 deals",
    entity: "deal",
    has: ["Название сделки", "Стадия сделки"],
    typical: [
      "Направление",
      "Воронка",
      "Сумма",
      "Валюта",
      "Тип",
      "Контакт: Имя",
      "Контакт: Рабочий телефон",
      "Компания: Название компании",
      "Доступна для всех",
    ],
  },
  {
    name: "Bitrix24 leads",
    entity: "lead",
    has: ["Название лида"],
    typical: [
      "Стадия",
      "Статус",
      "Обращение",
      "Дополнительно о стадии",
      "Дополнительно об источнике",
      "Доступен для всех",
      ...BITRIX_PHONES,
    ],
  },
  {
    name: "Bitrix24 contacts",
    entity: "contact",
    has: ["Имя", "Фамилия", "Рабочий e-mail"],
    typical: [
      "Обращение",
      "Отчество",
      "Тип контакта",
      "Фото",
      "Компания",
      "Экспорт",
      "Доступен для всех",
      "Участвует в экспорте контактов",
      ...BITRIX_PHONES,
    ],
  },
  {
    name: "Bitrix24 companies",
    entity: "company",
    has: ["Название компании", "Рабочий e-mail"],
    typical: [
      "Тип компании",
      "Сфера деятельности",
      "Кол-во сотрудников",
      "Годовой оборот",
      "Реквизит (Россия): ИНН",
      ...BITRIX_PHONES,
    ],
  },
  {
    name: "Bitrix24 products",
    entity: "product",
    has: ["Название", "Цена"],
    typical: [
      "Валюта",
      "Артикул",
      "Раздел",
      "Активен",
      "Ставка НДС",
      "НДС включен в цену",
      "Единица измерения",
    ],
  },
  {
    name: "HubSpot leads",
    entity: "lead",
    has: ["Lead Name", "Lead Stage"],
    typical: ["Record ID", "Lead Type", "Lead owner", "Lead Source", "Create Date"],
  },
  {
    name: "HubSpot contacts",
    entity: "contact",
    has: ["Record ID", "First Name", "Last Name"],
    typical: [
      "Email",
      "Phone Number",
      "Contact owner",
      "Lifecycle Stage",
      "Lead Status",
      "Create Date",
      "Associated Company",
    ],
  },
  {
    name: "HubSpot companies",
    entity: "company",
    has: ["Record ID", "Company name"],
    typical: [
      "Company owner",
      "Create Date",
      "Phone Number",
      "City",
      "Country/Region",
      "Industry",
      "Company Domain Name",
    ],
  },
  {
    name: "HubSpot deals",
    entity: "deal",
    has: ["Deal Name", "Deal Stage"],
    typical: [
      "Record ID",
      "Pipeline",
      "Amount",
      "Close Date",
      "Deal owner",
      "Associated Contact",
      "Associated Company",
    ],
  },
  {
    name: "Odoo opportunities",
    entity: "deal",
    has: ["Opportunity", "Stage"],
    typical: [
      "Expected Revenue",
      "Salesperson",
      "Sales Team",
      "Customer",
      "Contact Name",
      "Expected Closing",
    ],
  },
  {
    name: "Odoo contacts",
    entity: "contact",
    has: ["Name", "Phone", "Email"],
    typical: [
      "External ID",
      "Salesperson",
      "Activities",
      "City",
      "Country",
      "Company",
      "Complete Name",
      "Tax ID",
    ],
  },
];

/** The export these headers belong to, null when none is likely. */
export function recogniseFormat(headers: readonly string[]): (Format & { score: number }) | null {
  const present = new Set(headers.map(foldHeader));
  const there = (header: string) => present.has(foldHeader(header));
  let best: (Format & { score: number }) | null = null;
  for (const { name, entity, has, typical } of signatures) {
    if (!has.every(there)) continue;
    const score = (has.length + typical.filter(there).length) / (has.length + typical.length);
    const enough = score >= 0.3;
    if (enough && score > (best?.score ?? 0)) best = { name, entity, score };
  }
  return best;
}
