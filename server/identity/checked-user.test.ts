import { expect, test } from "vitest";
import { checkedUser } from "./checked-user";

test.each(["", "   ", "a\u0000b", "\ud800", "x".repeat(81)])("the name %j is refused", async (name) => {
  await expect(checkedUser({ name })).rejects.toMatchObject({ body: { code: "INVALID_NAME" } });
});

test("a name is trimmed, an unknown language is English, a picture is left out", async () => {
  expect(await checkedUser({ name: " Anna ", language: "xx", image: "https://x.example/1.png" })).toEqual({
    data: { name: "Anna", language: "en", image: null },
  });
});

test("what is not changed stays unmentioned", async () => {
  expect(await checkedUser({})).toEqual({ data: {} });
});
