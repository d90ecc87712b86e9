import type { IndustryTemplate, StageTemplate } from "../template";

export const lossReasons: IndustryTemplate["lossReasons"] = [
  { name: ["Too expensive", "Дорого"], class: "real" },
  { name: ["Chose a competitor", "Выбрали конкурента"], class: "real" },
  { name: ["No contact", "Не удалось связаться"], class: "real" },
  { name: ["Not needed any more", "Больше не нужно"], class: "real" },
  { name: ["Other", "Другое"], class: "real" },
  { name: ["Duplicate", "Дубль"], class: "technical" },
  { name: ["Test", "Тест"], class: "technical" },
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
