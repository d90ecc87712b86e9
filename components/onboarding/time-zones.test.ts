import { describe, expect, it, test } from "vitest";
import { timeZoneOptions } from "./time-zones";

const labelOf = (zone: string, language: "en" | "ru") =>
  timeZoneOptions("UTC", language).find(({ value }) => value === zone)?.label;

describe("a time zone is named as people say it", () => {
  it.each([
    ["Europe/Moscow", "Moscow (UTC+3)", "Москва (UTC+3)"],
    ["Asia/Almaty", "Almaty (UTC+5)", "Алматы (UTC+5)"],
    ["Asia/Calcutta", "Kolkata (UTC+5:30)", "Калькутта (UTC+5:30)"],
    ["Africa/Abidjan", "Abidjan (UTC+0)", "Абиджан (UTC+0)"],
    ["Pacific/Niue", "Niue (UTC-11)", "Niue (UTC-11)"],
  ])("%s", (zone, en, ru) => expect([labelOf(zone, "en"), labelOf(zone, "ru")]).toEqual([en, ru]));
});

test("zones go from west to east, each once", () => {
  const zones = timeZoneOptions("UTC", "en").map(({ value }) => value);
  expect(new Set(zones).size).toBe(zones.length);
  const order = ["Pacific/Niue", "UTC", "Europe/Moscow", "Asia/Tokyo"].map((zone) => zones.indexOf(zone));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order).not.toContain(-1);
});

test("a zone the browser does not know can stay chosen", () => {
  expect(timeZoneOptions("Etc/GMT+12", "en")[0]?.value).toBe("Etc/GMT+12");
});
