import type { IndustryTemplate } from "../template";
import { day, hour, lossReasons, lost, sources, won } from "./common";

export const agency: IndustryTemplate = {
  pipeline: ["New clients", "Новые клиенты"],
  stages: [
    {
      name: ["Brief", "Бриф"],
      colour: "sky",
      robots: [
        {
          name: ["Ask for the brief", "Запросить бриф"],
          action: {
            type: "task",
            title: ["Get the brief for “{{ deal.title }}”", "Получить бриф: «{{ deal.title }}»"],
            dueInMinutes: 4 * hour,
          },
        },
      ],
    },
    { name: ["Idea", "Идея"], colour: "teal" },
    {
      name: ["Pitch", "Презентация"],
      colour: "amber",
      requires: ["amountMinor"],
      robots: [
        {
          name: ["Prepare the pitch", "Подготовить презентацию"],
          action: {
            type: "task",
            title: ["Slides for {{ contact.name }}", "Слайды для {{ contact.name }}"],
            dueInMinutes: 2 * day,
          },
        },
        {
          name: ["Follow up", "Вернуться с вопросом"],
          afterMinutes: 2 * day,
          action: {
            type: "notify",
            text: ["Any news on “{{ deal.title }}”?", "Есть новости по «{{ deal.title }}»?"],
          },
        },
      ],
    },
    { name: ["Contract", "Договор"], colour: "indigo", requires: ["amountMinor", "contactId"] },
    won,
    lost,
  ],
  lossReasons,
  sources,
  samples: [
    {
      title: ["Brand for a bakery", "Айдентика пекарни"],
      company: ["Warm Bread", "Тёплый хлеб"],
      contact: ["Lena Frost", "Лена Морозова"],
      amount: 250_000,
      stage: 0,
      source: 2,
    },
    {
      title: ["Website for a clinic", "Сайт клиники"],
      company: ["Fern Clinic", "Клиника «Папоротник»"],
      contact: ["Olga Stone", "Ольга Камнева"],
      amount: 480_000,
      stage: 1,
      source: 0,
    },
    {
      title: ["Spring campaign", "Весенняя кампания"],
      company: ["Green Shop", "Зелёная лавка"],
      contact: ["Denis Park", "Денис Парков"],
      amount: 620_000,
      stage: 2,
      source: 3,
    },
    {
      title: ["Annual report", "Годовой отчёт"],
      company: ["Delta Print", "Дельта Принт"],
      contact: ["Simon Gray", "Семён Серов"],
      amount: 310_000,
      stage: 3,
      source: 2,
    },
    {
      title: ["Product video", "Ролик о продукте"],
      company: ["Oak & Sons", "Дуб и сыновья"],
      contact: ["Irene Wood", "Ирина Лесная"],
      amount: 175_000,
      stage: 4,
      source: 4,
    },
  ],
};
