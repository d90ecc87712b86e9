import { describe, expect, it } from "vitest";
import { type Clock, inDays, periodOf } from "./moments";
import { parseDay, startOfDay } from "./zone";

const newYork: Clock = {
  now: new Date("2026-03-08T15:30:00Z"),
  timeZone: "America/New_York",
  memberId: null,
};
const moscow: Clock = { now: new Date("2026-03-31T21:30:00Z"), timeZone: "Europe/Moscow", memberId: null };

const span = (value: unknown, clock: Clock) => {
  const period = periodOf(value, clock);
  return period && [period.from.toISOString(), period.to.toISOString()];
};

describe("a relative date", () => {
  it.each([
    ["today, 23 hours long", { relative: "today" }, newYork, "2026-03-08T05:00", "2026-03-09T04:00"],
    ["yesterday", { relative: "yesterday" }, newYork, "2026-03-07T05:00", "2026-03-08T05:00"],
    ["tomorrow over a month's end", { relative: "tomorrow" }, moscow, "2026-04-01T21:00", "2026-04-02T21:00"],
    [
      "today where it is tomorrow already",
      { relative: "today" },
      moscow,
      "2026-03-31T21:00",
      "2026-04-01T21:00",
    ],
    [
      "this week, from Monday",
      { relative: "this", unit: "week" },
      newYork,
      "2026-03-02T05:00",
      "2026-03-09T04:00",
    ],
    ["last month", { relative: "last", unit: "month" }, moscow, "2026-02-28T21:00", "2026-03-31T21:00"],
    ["next quarter", { relative: "next", unit: "quarter" }, newYork, "2026-04-01T04:00", "2026-07-01T04:00"],
    ["this year", { relative: "this", unit: "year" }, newYork, "2026-01-01T05:00", "2027-01-01T05:00"],
    [
      "the last 7 days",
      { relative: "last", unit: "day", count: 7 },
      newYork,
      "2026-03-01T05:00",
      "2026-03-09T04:00",
    ],
    [
      "the next 1 month",
      { relative: "next", unit: "month", count: 1 },
      newYork,
      "2026-03-08T05:00",
      "2026-04-09T04:00",
    ],
    [
      "the day 1 month ago",
      { relative: "ago", unit: "month", count: 1 },
      moscow,
      "2026-02-28T21:00",
      "2026-03-01T21:00",
    ],
    ["a day by its name", "2026-03-08", newYork, "2026-03-08T05:00", "2026-03-09T04:00"],
  ])("%s", (_name, value, clock, from, to) => {
    expect(span(value, clock)).toEqual([`${from}:00.000Z`, `${to}:00.000Z`]);
  });

  it("by the hour is an instant", () => {
    const period = periodOf({ relative: "ago", unit: "hour", count: 4 }, newYork);
    expect(period?.from.toISOString()).toBe("2026-03-08T11:30:00.000Z");
  });

  it("a month before the 31st is the last of the shorter month", () => {
    const late = { ...newYork, now: new Date("2026-03-31T15:00:00Z") };
    expect(span({ relative: "ago", unit: "month", count: 1 }, late)?.[0]).toBe("2026-02-28T05:00:00.000Z");
  });

  it("in whole days covers the days it touches", () => {
    const period = periodOf({ relative: "this", unit: "month" }, newYork);
    const days = period && inDays(period, newYork.timeZone);
    expect([days?.from.toISOString(), days?.to.toISOString()]).toEqual([
      "2026-03-01T00:00:00.000Z",
      "2026-04-01T00:00:00.000Z",
    ]);
  });

  it.each([["x"], [5], [{ relative: "last" }], ["2026-04-31"], [{ relative: "ago", unit: "day", count: 0 }]])(
    "%j is none",
    (value) => expect(periodOf(value, newYork)).toBeNull(),
  );
});

it.each([
  ["where clocks go forward at midnight", "2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
  ["far east", "2026-01-01", "Pacific/Kiritimati", "2025-12-31T10:00:00.000Z"],
  ["where clocks go back at midnight", "2026-11-01", "America/Havana", "2026-11-01T04:00:00.000Z"],
])("a day starts right %s", (_name, day, zone, start) => {
  const parsed = parseDay(day);
  expect(parsed && startOfDay(parsed, zone).toISOString()).toBe(start);
});
