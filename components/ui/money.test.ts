import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMoneyInput, parseMoney } from "./money";

describe("parseMoney", () => {
  it.each([
    ["1 234,50", 123450],
    ["1\u00a0234,5", 123450],
    ["1,234.50", 123450],
    ["1.234,50", 123450],
    ["1,234", 123400],
    ["1.234.567", 123456700],
    ["0,99", 99],
    [",5", 50],
    ["12.", 1200],
    ["−10", -1000],
    ["-0", 0],
    ["1'000'000", 100000000],
  ])("reads %s as %i minor units", (text, minor) => {
    expect(parseMoney(text)).toBe(minor);
  });

  it.each(["", "abc", "1,2,3", "12.345,6,7", "1.2345", "--5", "12-", "1e5", "99999999999999999", "."])(
    "refuses %s",
    (text) => {
      expect(parseMoney(text)).toBeNull();
    },
  );

  it("reads currencies without decimals and with three", () => {
    expect(parseMoney("1 500", 0)).toBe(1500);
    expect(parseMoney("1,5", 0)).toBeNull();
    expect(parseMoney("1.234", 3)).toBe(1234);
  });

  it("reads back what it writes, in both languages", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom("ru", "en"), (minor, locale) => {
        expect(parseMoney(formatMoneyInput(minor, locale))).toBe(minor);
      }),
    );
  });
});
