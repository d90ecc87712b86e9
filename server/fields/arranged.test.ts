import { describe, expect, it } from "vitest";
import { arranged, withFieldIn } from "./arranged";
import type { FieldSection } from "./contract";

const fields = [
  ...["title", "amount", "owner"].map((key) => ({ key })),
  ...["c_size", "c_colour"].map((key) => ({ key, custom: {} })),
];
const main = (...keys: string[]): FieldSection => ({ name: null, keys });
const named = (name: string, ...keys: string[]): FieldSection => ({ name, keys });

describe("fields in their sections", () => {
  it.each<[string, FieldSection[], FieldSection[]]>([
    ["none stored", [], [main("title", "amount", "owner", "c_size", "c_colour")]],
    [
      "a section of all kinds of fields, and an empty one",
      [main("owner"), named("Money", "c_size", "amount"), named("Later")],
      [main("title", "owner", "c_colour"), named("Money", "c_size", "amount"), named("Later")],
    ],
    [
      "one of Pult's that came later, behind its neighbour, or last when that one is elsewhere",
      [main("c_size", "title", "c_colour"), named("Who", "amount")],
      [main("c_size", "title", "c_colour", "owner"), named("Who", "amount")],
    ],
    [
      "a field that is in use no more",
      [main("title", "amount", "owner", "c_gone"), named("X", "c_size", "c_colour", "c_gone_too")],
      [main("title", "amount", "owner"), named("X", "c_size", "c_colour")],
    ],
  ])("%s", (_, stored, shown) => {
    const before = structuredClone(stored);
    expect(arranged(stored, fields)).toEqual(shown);
    expect(stored).toEqual(before);
  });

  it("take a field at the end, in a section that may be new", () => {
    const sections = [main("title", "amount"), named("Money", "c_size")];
    expect(withFieldIn(sections, "amount", "Money")).toEqual([
      main("title"),
      named("Money", "c_size", "amount"),
    ]);
    expect(withFieldIn(sections, "title", "New")).toEqual([
      main("amount"),
      named("Money", "c_size"),
      named("New", "title"),
    ]);
    expect(withFieldIn(sections, "c_size", null)).toEqual([
      main("title", "amount", "c_size"),
      named("Money"),
    ]);
  });
});
