import { expect, it } from "vitest";
import { spanParts } from "./span";

it.each([
  [-5, "0 millisecond"],
  [340, "340 millisecond"],
  [2449, "2.4 second"],
  [9999, "9.9 second"],
  [45_400, "45 second"],
  [60_000, "1 minute"],
  [192_000, "3 minute 12 second"],
  [3_600_000, "1 hour"],
  [7_500_000, "2 hour 5 minute"],
  [190_800_000, "2 day 5 hour"],
])("%d ms is %s", (ms, expected) =>
  expect(
    spanParts(ms)
      .map(({ amount, unit }) => `${amount} ${unit}`)
      .join(" "),
  ).toBe(expected),
);
