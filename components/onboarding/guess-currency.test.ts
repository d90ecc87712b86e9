import { expect, test } from "vitest";
import { guessCurrency } from "./guess-currency";

test.each([
  ["Europe/Moscow", "en", "RUB"],
  ["Asia/Novosibirsk", "ru", "RUB"],
  ["Asia/Almaty", "ru", "KZT"],
  ["Europe/Berlin", "ru", "EUR"],
  ["America/New_York", "en", "USD"],
  ["UTC", "ru", "RUB"],
  ["UTC", "en", "USD"],
])("in %s, speaking %s, people sell in %s", (zone, language, currency) => {
  expect(guessCurrency(zone, language)).toBe(currency);
});
