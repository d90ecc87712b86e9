import { describe, expect, it } from "vitest";
import { marked, matching, mentionAt, withMention } from "./mentions";

const anna = { id: "0190a000-0000-7000-8000-000000000001", name: "Anna" };
const annaStone = { id: "0190a000-0000-7000-8000-000000000002", name: "Anna Stone" };

describe("a mention", () => {
  it.each([
    ["Hi @an", 6, { from: 3, query: "an" }],
    ["@", 1, { from: 0, query: "" }],
    ["(@Ан", 4, { from: 1, query: "Ан" }],
    ["a@b", 3, null],
    ["Hi @an there", 12, null],
  ])("%j at %d begins with an @ of its own", (text, caret, found) => {
    expect(mentionAt(text, caret)).toEqual(found);
  });

  it("is found by any word of a name", () => {
    expect(matching([anna, annaStone], "sto")).toEqual([annaStone]);
    expect(matching([anna, annaStone], "")).toEqual([anna, annaStone]);
  });

  it("takes the place of what was typed, and is stored as a mark", () => {
    const { text, caret } = withMention("Hi @an!", { from: 3, query: "an" }, annaStone);
    expect([text, caret]).toEqual(["Hi @Anna Stone !", 15]);
    expect(marked("@Anna Stone and @Anna", [anna, annaStone])).toBe(`@[${annaStone.id}] and @[${anna.id}]`);
  });
});
