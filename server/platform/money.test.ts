import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  currencies,
  currencyDigits,
  currencySign,
  formatMoney,
  formatMoneyInput,
  inCurrency,
  parseMoney,
} from "./money";

/** Spaces that cannot break look like any other, as the eye has it. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("an amount is read", () => {
  const anyLanguage: [string, number][] = [
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
  ];
  it.each(
    anyLanguage.flatMap(([text, minor]) => [[text, "ru", minor] as const, [text, "en", minor] as const]),
  )("%s in %s is %i kopecks", (text, language, minor) => {
    expect(parseMoney(text, "RUB", language)).toBe(minor);
  });

  it.each([
    ["1 500", "JPY", "en", 1500],
    ["1,500", "JPY", "en", 1500],
    ["1.500", "JPY", "ru", 1500],
    ["1 234,567", "KWD", "ru", 1234567],
    ["1,234.567", "KWD", "en", 1234567],
    ["1,234.567", "KWD", "ru", 1234567],
    ["1,5", "KWD", "ru", 1500],
    ["1.5", "KWD", "en", 1500],
    ["1,234", "KWD", "ru", 1234],
    ["1,234", "KWD", "en", 1234000],
    ["1.234", "KWD", "en", 1234],
    ["1.234", "KWD", "ru", 1234000],
  ])("%s of %s in %s is %i minor units", (text, code, language, minor) => {
    expect(parseMoney(text, code, language)).toBe(minor);
  });

  it.each(["", "abc", "1,2,3", "12.345,6,7", "1.2345", "--5", "12-", "1e5", "99999999999999999", "."])(
    "and %s is none",
    (text) => {
      expect(parseMoney(text, "RUB", "ru")).toBeNull();
    },
  );

  it("and parts of a yen are none", () => {
    expect(parseMoney("1,5", "JPY", "ru")).toBeNull();
  });

  it("back as it was written, in every currency and both languages", () => {
    const money = fc.record({
      minor: fc.integer({ min: -1e12, max: 1e12 }),
      code: fc.constantFrom(...currencies),
      language: fc.constantFrom("ru", "en"),
    });
    fc.assert(
      fc.property(money, ({ minor, code, language }) => {
        expect(parseMoney(formatMoneyInput(minor, code, language), code, language)).toBe(minor);
      }),
    );
  });
});

describe("an amount is written", () => {
  it.each([
    [123450, "RUB", "ru", "1 234,50 ₽"],
    [123400, "RUB", "ru", "1 234 ₽"],
    [123450, "USD", "en", "$1,234.50"],
    [1500, "JPY", "en", "¥1,500"],
    [1500, "JPY", "ru", "1 500 ¥"],
    [1234567, "KWD", "en", "KWD 1,234.567"],
    [1234000, "KWD", "ru", "1 234 KWD"],
    [0, "EUR", "en", "€0"],
  ])("%i minor units of %s in %s as %s", (minor, code, language, text) => {
    expect(plain(formatMoney(minor, code, language))).toBe(text);
  });

  it.each([
    ["JPY", 0],
    ["RUB", 2],
    ["KWD", 3],
    ["nonsense", 2],
  ])("%s has %i decimals", (code, digits) => {
    expect(currencyDigits(code)).toBe(digits);
  });

  it.each([
    ["RUB", "₽"],
    ["KWD", "KWD"],
    ["nonsense", "nonsense"],
  ])("%s is signed %s", (code, sign) => {
    expect(currencySign(code, "ru")).toBe(sign);
  });
});

it.each([
  [150_050, "RUB", "USD", 150_050],
  [150_050, "RUB", "JPY", 1_501],
  [150_050, "RUB", "KWD", 1_500_500],
  [1_500, "JPY", "RUB", 150_000],
])("%i minor units of %s are %s %i when only the currency changes", (minor, from, to, expected) => {
  expect(inCurrency(minor, from, to)).toBe(expected);
});
