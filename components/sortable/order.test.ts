import { describe, expect, it } from "vitest";
import { movedAfter, predecessor, stepped } from "./order";

const ids = ["a", "b", "c", "d"];
const items = ids.map((id) => ({ id }));
const order = (list: { id: string }[]) => list.map(({ id }) => id).join("");

describe("order of a list", () => {
  it.each([
    ["a", "c", "bcad"],
    ["d", null, "dabc"],
    ["b", "a", "abcd"],
    ["c", "gone", "abcd"],
    ["gone", "a", "abcd"],
  ])("puts %s after %s", (id, after, expected) => {
    expect(order(movedAfter(items, id, after))).toBe(expected);
  });

  it.each([
    ["d", "a", "top", null],
    ["d", "b", "top", "a"],
    ["a", "c", "top", "b"],
    ["a", "c", "bottom", "c"],
    ["a", "b", "top", null],
  ] as const)("%s dropped at %s's %s edge stands after %s", (id, target, edge, expected) => {
    expect(predecessor(ids, id, target, edge)).toBe(expected);
  });

  it.each([
    ["a", "up", undefined],
    ["b", "up", null],
    ["d", "up", "b"],
    ["a", "down", "b"],
    ["d", "down", undefined],
  ] as const)("%s one step %s stands after %s", (id, step, expected) => {
    expect(stepped(ids, id, step)).toBe(expected);
  });
});
