import { describe, expect, it } from "vitest";
import { dayOf, instantOf } from "./days";

describe("days of a workspace", () => {
  it.each([
    ["Europe/Moscow", "2026-03-01", "2026-03-01T09:00:00.000Z"],
    ["Asia/Almaty", "2026-12-31", "2026-12-31T07:00:00.000Z"],
    ["America/New_York", "2026-07-04", "2026-07-04T16:00:00.000Z"],
    ["America/New_York", "2026-01-04", "2026-01-04T17:00:00.000Z"],
    ["UTC", "2026-02-28", "2026-02-28T12:00:00.000Z"],
  ])("noon in %s on %s is %s, and reads back as the same day", (zone, day, instant) => {
    expect(instantOf(day, zone).toISOString()).toBe(instant);
    expect(dayOf(instantOf(day, zone), zone)).toBe(day);
  });

  it("a late evening in UTC is the next day in Moscow", () => {
    expect(dayOf(new Date("2026-03-01T22:00:00Z"), "Europe/Moscow")).toBe("2026-03-02");
  });
});
