import type { IndustryTemplate } from "../template";
import { day, hour, lossReasons, lost, sources, won } from "./common";

export const construction: IndustryTemplate = {
  pipeline: ["Projects", "Объекты"],
  stages: [
    {
      name: ["Enquiry", "Заявка"],
      colour: "sky",
      robots: [
        {
          name: ["Arrange a site visit", "Договориться о замере"],
          action: {
            type: "task",
            title: ["Arrange a visit: {{ deal.title }}", "Договориться о замере: {{ deal.title }}"],
            dueInMinutes: 4 * hour,
          },
        },
      ],
    },
    { name: ["Site visit", "Замер"], colour: "teal", requires: ["contactId"] },
    {
      name: ["Estimate", "Смета"],
      colour: "amber",
      robots: [
        {
          name: ["Estimate is due", "Срок сметы"],
          afterMinutes: 2 * day,
          action: {
            type: "notify",
            text: ["The estimate for “{{ deal.title }}” is due", "Пора отдать смету: «{{ deal.title }}»"],
          },
        },
      ],
    },
    { name: ["Contract", "Договор"], colour: "indigo", requires: ["amountMinor", "contactId", "closesAt"] },
    { name: ["Building", "Строим"], colour: "orange" },
    { ...won, name: ["Handed over", "Сдан"] },
    lost,
  ],
  lossReasons: [{ name: ["Built it themselves", "Построили сами"], class: "real" }, ...lossReasons],
  sources,
  samples: [
    {
      title: ["House, 140 m²", "Дом 140 м²"],
      contact: ["Victor Hale", "Виктор Галин"],
      amount: 6_800_000,
      stage: 0,
      source: 0,
    },
    {
      title: ["Bathhouse", "Баня"],
      contact: ["Roman Cliff", "Роман Скалов"],
      amount: 1_450_000,
      stage: 1,
      source: 2,
    },
    {
      title: ["Roof repair", "Ремонт кровли"],
      contact: ["Galina Moss", "Галина Мохова"],
      amount: 420_000,
      stage: 2,
      source: 1,
    },
    {
      title: ["Warehouse, 600 m²", "Склад 600 м²"],
      company: ["Northwind Logistics", "Северный ветер"],
      contact: ["Anna Peters", "Анна Петрова"],
      amount: 14_200_000,
      stage: 4,
      source: 4,
    },
    {
      title: ["Terrace", "Терраса"],
      contact: ["Nina Field", "Нина Полевая"],
      amount: 380_000,
      stage: 5,
      source: 2,
    },
  ],
};
