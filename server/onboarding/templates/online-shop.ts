import type { IndustryTemplate } from "../template";
import { day, hour, lossReasons, lost, sources, won } from "./common";

export const onlineShop: IndustryTemplate = {
  pipeline: ["Orders", "Заказы"],
  stages: [
    {
      name: ["New order", "Новый заказ"],
      colour: "sky",
      robots: [
        {
          name: ["Confirm the order", "Подтвердить заказ"],
          action: {
            type: "task",
            title: ["Confirm the order “{{ deal.title }}”", "Подтвердить заказ «{{ deal.title }}»"],
            dueInMinutes: 2 * hour,
          },
        },
      ],
    },
    {
      name: ["Confirmed", "Подтверждён"],
      colour: "teal",
      requires: ["amountMinor", "contactId"],
      robots: [
        {
          name: ["Tell the buyer", "Написать покупателю"],
          action: {
            type: "email",
            subject: ["Your order is confirmed", "Ваш заказ подтверждён"],
            body: [
              "Hello, {{ contact.name }}!\n\nYour order “{{ deal.title }}” for {{ deal.amount }} is confirmed. We will write when it is on its way.",
              "Здравствуйте, {{ contact.name }}!\n\nЗаказ «{{ deal.title }}» на {{ deal.amount }} подтверждён. Мы напишем, когда он отправится.",
            ],
          },
        },
      ],
    },
    { name: ["Being packed", "Собирается"], colour: "amber" },
    {
      name: ["On its way", "В пути"],
      colour: "indigo",
      robots: [
        {
          name: ["Check the delivery", "Проверить доставку"],
          afterMinutes: 3 * day,
          action: { type: "task", title: ["Has it arrived?", "Заказ доставлен?"], dueInMinutes: day },
        },
      ],
    },
    { ...won, name: ["Delivered and paid", "Доставлен и оплачен"] },
    { ...lost, name: ["Cancelled", "Отменён"] },
  ],
  lossReasons: [
    { name: ["Out of stock", "Нет в наличии"], class: "real" },
    { name: ["Delivery too long", "Долгая доставка"], class: "real" },
    ...lossReasons,
  ],
  sources,
  samples: [
    {
      title: ["Coffee grinder", "Кофемолка"],
      contact: ["Helen Marsh", "Елена Болотова"],
      amount: 7_900,
      stage: 0,
      source: 0,
    },
    {
      title: ["Two desk lamps", "Две настольные лампы"],
      contact: ["George Fox", "Егор Лисин"],
      amount: 9_400,
      stage: 0,
      source: 3,
    },
    {
      title: ["Gift set for tea", "Чайный набор в подарок"],
      contact: ["Nina Field", "Нина Полевая"],
      amount: 4_200,
      stage: 1,
      source: 0,
    },
    {
      title: ["Standing desk", "Стол с подъёмом"],
      contact: ["Ivan Reed", "Иван Камышов"],
      amount: 38_000,
      stage: 2,
      source: 1,
    },
    {
      title: ["Kitchen scales", "Кухонные весы"],
      contact: ["Clara West", "Клара Запольская"],
      amount: 2_900,
      stage: 3,
      source: 0,
    },
    {
      title: ["Bedding, 3 sets", "Постельное бельё, 3 комплекта"],
      contact: ["Paul Rivers", "Павел Речной"],
      amount: 13_500,
      stage: 4,
      source: 2,
    },
  ],
};
