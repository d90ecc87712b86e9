import { describe, expect, it } from "vitest";
import { neighbourOf, placeOfDrop, placeOfStep } from "./place";

const order = [
  { id: "new", cards: [{ id: "a" }, { id: "b" }, { id: "c" }] },
  { id: "talks", cards: [] },
  { id: "won", cards: [{ id: "x" }] },
];

describe("where a dropped card goes", () => {
  it.each([
    [
      "under the card it is dropped on",
      "a",
      { on: "card", columnId: "new", cardId: "b", edge: "bottom" },
      "b",
    ],
    ["over a card: under the one above", "a", { on: "card", columnId: "new", cardId: "c", edge: "top" }, "b"],
    ["over the first: to the top", "c", { on: "card", columnId: "new", cardId: "a", edge: "top" }, null],
    ["on a head: to the top", "a", { on: "head", columnId: "won" }, null],
    ["on a stage's tab: to the top", "a", { on: "tab", columnId: "won" }, null],
    ["on free space: to the end", "a", { on: "rest", columnId: "won" }, "x"],
    ["on an empty column", "a", { on: "rest", columnId: "talks" }, null],
    ["on free space of its own column", "a", { on: "rest", columnId: "new" }, "c"],
  ] as const)("%s", (_, cardId, target, afterId) => {
    expect(placeOfDrop(order, cardId, target)).toEqual({ cardId, columnId: target.columnId, afterId });
  });

  it.each([
    ["on itself", "b", { on: "card", columnId: "new", cardId: "b", edge: "top" }],
    ["under the card above it", "b", { on: "card", columnId: "new", cardId: "a", edge: "bottom" }],
    ["over the card below it", "b", { on: "card", columnId: "new", cardId: "c", edge: "top" }],
    ["on its own head, being first", "a", { on: "head", columnId: "new" }],
    ["on free space, being last", "c", { on: "rest", columnId: "new" }],
  ] as const)("nowhere when dropped %s", (_, cardId, target) => {
    expect(placeOfDrop(order, cardId, target)).toBeNull();
  });
});

describe("moving by keyboard", () => {
  it("steps within the column", () => {
    expect(placeOfStep(order, "c", "up")).toEqual({ cardId: "c", columnId: "new", afterId: "a" });
    expect(placeOfStep(order, "b", "up")).toEqual({ cardId: "b", columnId: "new", afterId: null });
    expect(placeOfStep(order, "c", "top")).toEqual({ cardId: "c", columnId: "new", afterId: null });
    expect(placeOfStep(order, "a", "down")).toEqual({ cardId: "a", columnId: "new", afterId: "b" });
  });

  it("has no step beyond the ends", () => {
    expect(placeOfStep(order, "a", "up")).toBeNull();
    expect(placeOfStep(order, "c", "down")).toBeNull();
  });
});

describe("arrows", () => {
  it.each([
    ["b", "ArrowUp", "a"],
    ["b", "ArrowDown", "c"],
    ["a", "ArrowUp", null],
    ["c", "ArrowRight", "x"],
    ["x", "ArrowLeft", "a"],
    ["x", "ArrowRight", null],
    ["a", "End", "c"],
    ["c", "Home", "a"],
  ])("from %s by %s to %s", (from, key, to) => {
    expect(neighbourOf(order, from, key)).toBe(to);
  });
});
