import type { IndustryTemplate } from "../template";
import { day, hour, lossReasons, lost, sources, won } from "./common";

export const b2bServices: IndustryTemplate = {
  pipeline: ["Sales", "Продажи"],
  stages: [
    {
      name: ["New enquiry", "Новое обращение"],
      colour: "sky",
      robots: [
        {
          name: ["Call within the hour", "Позвонить в течение часа"],
          action: {
            type: "task",
            title: ["Call about “{{ deal.title }}”", "Позвонить: «{{ deal.title }}»"],
            dueInMinutes: hour,
          },
        },
        {
          name: ["Remind after a day", "Напомнить через день"],
          afterMinutes: day,
          action: {
            type: "notify",
            text: [
              "“{{ deal.title }}” has waited a day for an answer",
              "«{{ deal.title }}» ждёт ответа уже день",
            ],
          },
        },
      ],
    },
    { name: ["Needs analysis", "Выявление потребностей"], colour: "teal" },
    {
      name: ["Proposal", "Коммерческое предложение"],
      colour: "amber",
      requires: ["amountMinor"],
      robots: [
        {
          name: ["Thank the client", "Поблагодарить клиента"],
          action: {
            type: "email",
            subject: ["Our proposal: {{ deal.title }}", "Наше предложение: {{ deal.title }}"],
            body: [
              "Hello, {{ contact.name }}!\n\nThank you for your interest. Our proposal is being prepared; {{ owner.name }} will send it to you shortly.",
              "Здравствуйте, {{ contact.name }}!\n\nСпасибо за интерес. Мы готовим предложение; {{ owner.name }} скоро пришлёт его вам.",
            ],
          },
        },
        {
          name: ["Ask how they like it", "Узнать мнение"],
          afterMinutes: 3 * day,
          action: {
            type: "task",
            title: [
              "Ask {{ contact.name }} about the proposal",
              "Узнать у {{ contact.name }} мнение о предложении",
            ],
            dueInMinutes: day,
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
      title: ["Office network audit", "Аудит офисной сети"],
      company: ["Northwind Logistics", "Северный ветер"],
      contact: ["Anna Peters", "Анна Петрова"],
      amount: 120_000,
      stage: 0,
      source: 0,
    },
    {
      title: ["IT support for a year", "ИТ-поддержка на год"],
      company: ["Bakery No. 5", "Пекарня № 5"],
      contact: ["Mark Hill", "Марк Ильин"],
      amount: 360_000,
      stage: 0,
      source: 2,
    },
    {
      title: ["Move to the cloud", "Переезд в облако"],
      company: ["Fern Clinic", "Клиника «Папоротник»"],
      contact: ["Olga Stone", "Ольга Камнева"],
      amount: 540_000,
      stage: 1,
      source: 1,
    },
    {
      title: ["CRM for 12 people", "CRM на 12 человек"],
      company: ["Bright Windows", "Светлые окна"],
      contact: ["Peter Young", "Пётр Юнгов"],
      amount: 210_000,
      stage: 1,
      source: 3,
    },
    {
      title: ["Video surveillance", "Видеонаблюдение"],
      company: ["Oak & Sons", "Дуб и сыновья"],
      contact: ["Irene Wood", "Ирина Лесная"],
      amount: 185_000,
      stage: 2,
      source: 0,
    },
    {
      title: ["Server room", "Серверная под ключ"],
      company: ["Delta Print", "Дельта Принт"],
      contact: ["Simon Gray", "Семён Серов"],
      amount: 890_000,
      stage: 3,
      source: 4,
    },
    {
      title: ["Website monitoring", "Мониторинг сайта"],
      company: ["Tea House", "Чайный дом"],
      contact: ["Vera Bloom", "Вера Цветкова"],
      amount: 48_000,
      stage: 4,
      source: 2,
    },
  ],
};
