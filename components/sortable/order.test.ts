import { describe, expect, it } from "vitest";
import { movedAfter, predecessor, rowAt, stepped } from "./order";

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

  const rows = [
    { id: "a", top: 100, height: 40 },
    { id: "b", top: 150, height: 40 },
  ];
  it.each([
    [60, "a", "top"],
    [119, "a", "top"],
    [121, "a", "bottom"],
    [145, "b", "top"],
    [175, "b", "bottom"],
    [400, "b", "bottom"],
  ])("a finger at %i is at %s's %s edge", (y, id, edge) => {
    expect(rowAt(rows, y)).toEqual({ id, edge });
  });

  it("a finger over no rows is at none", () => {
    expect(rowAt([], 100)).toBeNull();
  });
});
