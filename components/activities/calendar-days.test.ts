import { describe, expect, it } from "vitest";
import { daysShown, turned } from "./calendar-days";

describe("the days a calendar shows", () => {
  it.each([
    ["month", "2026-02-14", "2026-01-26", "2026-03-01", 35],
    ["month", "2026-08-31", "2026-07-27", "2026-09-06", 42],
    ["month", "2027-02-01", "2027-02-01", "2027-02-28", 28],
    ["week", "2026-11-25", "2026-11-23", "2026-11-29", 7],
    ["week", "2026-11-29", "2026-11-23", "2026-11-29", 7],
    ["day", "2026-11-29", "2026-11-29", "2026-11-29", 1],
  ] as const)("%s of %s", (view, day, first, last, count) => {
    const days = daysShown(view, day);
    expect([days[0], days.at(-1), days.length]).toEqual([first, last, count]);
  });

  it.each([
    ["month", "2026-01-31", 1, "2026-02-28"],
    ["week", "2026-01-01", -1, "2025-12-25"],
    ["day", "2026-12-31", 1, "2027-01-01"],
  ] as const)("turn a %s", (view, day, by, next) => {
    expect(turned(view, day, by)).toBe(next);
  });
});
