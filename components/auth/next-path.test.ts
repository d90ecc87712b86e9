import { expect, test } from "vitest";
import { nextPath, withNext } from "./next-path";

test.each([
  ["/acme/deals?view=list", "/acme/deals?view=list"],
  ["/invitation/abc", "/invitation/abc"],
  ["//evil.example", null],
  ["/\\evil.example", null],
  ["https://evil.example/", null],
  ["javascript:alert(1)", null],
  ["", null],
  [undefined, null],
])("the next page after %s is %s", (wanted, path) => {
  expect(nextPath(wanted)).toBe(path);
});

test("an address carries the next page and the email", () => {
  expect(withNext("/sign-in", "/invitation/a", "a@b.example")).toBe(
    "/sign-in?next=%2Finvitation%2Fa&email=a%40b.example",
  );
  expect(withNext("/sign-in", null)).toBe("/sign-in");
});
