import { describe, expect, it } from "vitest";
import { dayNamed, dayOf, instantOf, inUtc } from "./days";

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

describe("the day of a date that a record keeps", () => {
  const zones = ["America/New_York", "Pacific/Auckland", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"];

  it.each(zones)("is the same day in %s, when it is a day without a time", (timeZone) => {
    for (const day of ["2026-03-01", "2026-03-08", "2026-04-05", "2026-12-31"]) {
      expect(dayNamed(day, timeZone)).toBe(day);
      const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: "UTC" }).format(inUtc(day));
      expect(shown).toBe(day);
    }
  });

  it("is that of the zone, when it is an instant", () => {
    const noon = instantOf("2026-03-01", "Pacific/Auckland");
    expect(dayNamed(noon, "Pacific/Auckland")).toBe("2026-03-01");
    expect(dayNamed(noon.toISOString(), "America/New_York")).toBe("2026-02-28");
  });

  it.each([null, undefined, "", "soon", 5, { value: "2026-03-01" }])("is none of %j", (value) => {
    expect(dayNamed(value, "UTC")).toBe(null);
  });
});
