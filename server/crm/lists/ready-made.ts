export const listIcons = [
  "list",
  "inbox",
  "document",
  "wallet",
  "box",
  "wrench",
  "calendar",
  "people",
] as const;
export type ListIcon = (typeof listIcons)[number];

type Words = { en: string; ru: string };

type ReadyField = {
  type: "text" | "number" | "money" | "date" | "list" | "file" | "link";
  label: Words;
  choices?: readonly Words[];
  linksTo?: "contact" | "company" | "deal";
  long?: boolean;
  /** Absent: it is filtered by. */
  filterable?: false;
};

/** A list offered when one is made: what it is called, and the fields it begins with. */
export type ReadyMade = { name: Words; itemName: Words; icon: ListIcon; fields: readonly ReadyField[] };

export const readyMadeNames = ["requests", "documents", "payments"] as const;

const company: ReadyField = { type: "link", linksTo: "company", label: { en: "Company", ru: "Компания" } };
const deal: ReadyField = { type: "link", linksTo: "deal", label: { en: "Deal", ru: "Сделка" } };

export const readyMade: Record<(typeof readyMadeNames)[number], ReadyMade> = {
  requests: {
    name: { en: "Requests", ru: "Заявки" },
    itemName: { en: "Request", ru: "Заявка" },
    icon: "inbox",
    fields: [
      {
        type: "list",
        label: { en: "State", ru: "Статус" },
        choices: [
          { en: "New", ru: "Новая" },
          { en: "In progress", ru: "В работе" },
          { en: "Done", ru: "Выполнена" },
          { en: "Declined", ru: "Отклонена" },
        ],
      },
      {
        type: "list",
        label: { en: "Priority", ru: "Приоритет" },
        choices: [
          { en: "High", ru: "Высокий" },
          { en: "Normal", ru: "Обычный" },
          { en: "Low", ru: "Низкий" },
        ],
      },
      { type: "date", label: { en: "Due", ru: "Срок" } },
      { type: "link", linksTo: "contact", label: { en: "Contact", ru: "Контакт" } },
      company,
      {
        type: "text",
        long: true,
        filterable: false,
        label: { en: "Description", ru: "Описание" },
      },
    ],
  },
  documents: {
    name: { en: "Documents", ru: "Документы" },
    itemName: { en: "Document", ru: "Документ" },
    icon: "document",
    fields: [
      {
        type: "list",
        label: { en: "Kind", ru: "Вид" },
        choices: [
          { en: "Contract", ru: "Договор" },
          { en: "Statement of work", ru: "Акт" },
          { en: "Addendum", ru: "Допсоглашение" },
          { en: "Other", ru: "Другое" },
        ],
      },
      { type: "text", label: { en: "Number", ru: "Номер" } },
      { type: "date", label: { en: "Signed on", ru: "Дата подписания" } },
      { type: "date", label: { en: "Valid until", ru: "Действует до" } },
      {
        type: "list",
        label: { en: "State", ru: "Статус" },
        choices: [
          { en: "Draft", ru: "Черновик" },
          { en: "Awaiting signature", ru: "На подписании" },
          { en: "In force", ru: "Действует" },
          { en: "Expired", ru: "Истёк" },
        ],
      },
      company,
      deal,
    ],
  },
  payments: {
    name: { en: "Payments", ru: "Платежи" },
    itemName: { en: "Payment", ru: "Платёж" },
    icon: "wallet",
    fields: [
      { type: "money", label: { en: "Amount", ru: "Сумма" } },
      { type: "date", label: { en: "Paid on", ru: "Дата оплаты" } },
      {
        type: "list",
        label: { en: "Direction", ru: "Направление" },
        choices: [
          { en: "Incoming", ru: "Поступление" },
          { en: "Outgoing", ru: "Списание" },
        ],
      },
      {
        type: "list",
        label: { en: "Method", ru: "Способ" },
        choices: [
          { en: "Bank transfer", ru: "Безналичный" },
          { en: "Card", ru: "Карта" },
          { en: "Cash", ru: "Наличные" },
        ],
      },
      company,
      deal,
    ],
  },
};
