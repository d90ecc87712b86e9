import { expect, it } from "vitest";
import { sizeIn } from "./file-size";

it.each([
  [0, 0, "byte"],
  [1, 1, "byte"],
  [1023, 1023, "byte"],
  [1024, 1, "kilobyte"],
  [1_536, 1.5, "kilobyte"],
  [300_000, 293, "kilobyte"],
  [52_428_800, 50, "megabyte"],
  [5 * 1024 ** 4, 5120, "gigabyte"],
])("%i bytes read as %d %s", (bytes, value, unit) => {
  expect(sizeIn(bytes)).toEqual({ value, unit });
});
