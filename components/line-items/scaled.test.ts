import { expect, it } from "vitest";
import { formatRate, formatScaled, parseScaled } from "./scaled";

it.each([
  ["2", 3, 2_000],
  ["1,5", 3, 1_500],
  ["1.255", 3, 1_255],
  [".5", 3, 500],
  ["1 000", 3, 1_000_000],
  ["12,5", 2, 1_250],
  ["1.2555", 3, null],
  ["", 3, null],
  [",", 3, null],
  ["-1", 3, null],
  ["a", 3, null],
])("reads “%s” with %i digits as %s", (text, digits, parts) => {
  expect(parseScaled(text, digits)).toBe(parts);
});

it("writes parts as they are read", () => {
  expect(formatScaled(1_500, 3, "ru")).toBe("1,5");
  expect(formatScaled(2_000_000, 3, "en")).toBe("2000");
  expect(formatRate(2_000, "en")).toBe("20%");
});
