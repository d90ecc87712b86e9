import type { IndustryTemplate, LeadTemplate, StageTemplate } from "../template";

export const lossReasons: IndustryTemplate["lossReasons"] = [
  { name: ["Too expensive", "Дорого"], class: "real" },
  { name: ["Chose a competitor", "Выбрали конкурента"], class: "real" },
  { name: ["No contact", "Не удалось связаться"], class: "real" },
  { name: ["Not needed any more", "Больше не нужно"], class: "real" },
  { name: ["Other", "Другое"], class: "real" },
  { name: ["Duplicate", "Дубль"], class: "technical", leadKind: "duplicate" },
  { name: ["Test", "Тест"], class: "technical", leadKind: "test" },
  { name: ["Spam", "Спам"], class: "technical", leadKind: "spam" },
];

export const sources: IndustryTemplate["sources"] = [
  ["Website", "Сайт"],
  ["Phone call", "Звонок"],
  ["Referral", "Рекомендация"],
  ["Advertising", "Реклама"],
  ["Exhibition", "Выставка"],
];

export const won: StageTemplate = { name: ["Won", "Выиграна"], colour: "green", outcome: "won" };
export const lost: StageTemplate = { name: ["Lost", "Проиграна"], colour: "rose", outcome: "lost" };

export const hour = 60;
export const day = 24 * hour;

/** Every workspace starts with the same way of qualifying enquiries. */
export const leads: LeadTemplate = {
  pipeline: ["Leads", "Лиды"],
  stages: [
    {
      name: ["New", "Новый"],
      colour: "sky",
      robots: [
        {
          name: ["Answer within half an hour", "Ответить за полчаса"],
          action: {
            type: "task",
            title: ["Answer “{{ lead.title }}”", "Ответить: «{{ lead.title }}»"],
            dueInMinutes: hour / 2,
          },
        },
      ],
    },
    { name: ["In work", "В работе"], colour: "amber" },
    { name: ["Qualified", "Квалифицирован"], colour: "green", outcome: "won" },
    { name: ["Disqualified", "Нецелевой"], colour: "rose", outcome: "lost" },
  ],
  samples: [
    {
      title: ["Enquiry from the website", "Заявка с сайта"],
      name: ["Lena Winter", "Елена Зимина"],
      comment: [
        "Hello! How soon could you start, and what would it cost?",
        "Здравствуйте! Как скоро сможете начать и сколько это будет стоить?",
      ],
      stage: 0,
      source: 0,
      campaign: "spring",
    },
    {
      title: ["Asked for a call back", "Просили перезвонить"],
      name: ["Oscar Lind", "Олег Липин"],
      company: ["Lind Furniture", "Мебель Липина"],
      stage: 0,
      source: 1,
    },
    {
      title: ["Recommended by a client", "По рекомендации клиента"],
      name: ["Dina Cole", "Дина Углова"],
      company: ["Cole Studio", "Студия «Уголь»"],
      stage: 1,
      source: 2,
    },
  ],
};
