import { expect, it } from "vitest";
import { pointLabel } from "./point-label";

it.each([
  ["Рабочий телефон", "Рабочий"],
  ["Контакт: Мобильный телефон", "Мобильный"],
  ["Рабочий прямой телефон", "Рабочий прямой"],
  ["Личный email", "Личный"],
  ["Рабочий e-mail", "Рабочий"],
  ["Mobile Phone", "Mobile"],
  ["Work Email", "Work"],
  ["Мобильный", "Мобильный"],
  ["Контакт Viber", "Viber"],
  ["WhatsApp", "WhatsApp"],
  ["Телефон", null],
  ["Тел.", null],
  ["Phone Number", null],
  ["Email Address", null],
  ["Эл. почта", null],
  ["Другие телефоны", null],
  ["Other emails", null],
  ["Телефон для рассылок", null],
  ["", null],
  ["8 (916)", null],
])("a column called %j has points labelled %j", (header, label) => {
  expect(pointLabel(header)).toBe(label);
});
