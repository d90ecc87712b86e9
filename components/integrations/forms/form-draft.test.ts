import { expect, it } from "vitest";
import { movedField } from "./form-draft";

const field = (key: string) => ({ key, label: key, hint: null, required: false });
const keys = (given: string[], key: string, after: string | null) =>
  movedField(given.map(field), key, after).map((one) => one.key);

it("puts a field behind another, or in front", () => {
  expect(keys(["a", "b", "c"], "a", "b")).toEqual(["b", "a", "c"]);
  expect(keys(["a", "b", "c"], "c", null)).toEqual(["c", "a", "b"]);
  expect(keys(["a", "b", "c"], "a", "c")).toEqual(["b", "c", "a"]);
  expect(keys(["a", "b"], "x", "a")).toEqual(["a", "b"]);
});
