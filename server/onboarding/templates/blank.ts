import type { IndustryTemplate } from "../template";
import { lossReasons, lost, sources, won } from "./common";

export const blank: IndustryTemplate = {
  pipeline: ["Sales", "Продажи"],
  stages: [
    { name: ["New", "Новая"], colour: "sky" },
    { name: ["In progress", "В работе"], colour: "amber" },
    won,
    lost,
  ],
  lossReasons,
  sources,
  samples: [
    {
      title: ["First deal", "Первая сделка"],
      contact: ["Anna Peters", "Анна Петрова"],
      amount: 50_000,
      stage: 0,
      source: 0,
    },
    {
      title: ["Second deal", "Вторая сделка"],
      contact: ["Mark Hill", "Марк Ильин"],
      amount: 80_000,
      stage: 1,
      source: 1,
    },
  ],
};
