import { describe, expect, it } from "vitest";
import { cellStepOf, clockAt, minutesOf, slotAt, slotBetween, stepOf } from "./slots";

describe("a slot of a day", () => {
  it.each([
    [0, 0],
    [21, 0],
    [22, 30],
    [43.9, 30],
    [44, 60],
    [-5, 0],
    [10_000, 1_410],
  ])("at %d pixels begins at minute %d", (height, minutes) => expect(slotAt(height, 44)).toBe(minutes));

  it.each([
    [540, 540, { from: 540, to: 570 }],
    [540, 630, { from: 540, to: 660 }],
    [630, 540, { from: 540, to: 660 }],
  ])("from %d to %d", (a, b, slot) => expect(slotBetween(a, b)).toEqual(slot));

  it("is said as a time input says it, and read back", () => {
    expect([clockAt(0), clockAt(90), clockAt(1_410)]).toEqual(["00:00", "01:30", "23:30"]);
    expect(minutesOf("23:30")).toBe(1_410);
  });
});

describe("keys lead", () => {
  const at = { day: 0, minutes: 540 };
  it.each([
    ["ArrowDown", { day: 0, minutes: 570 }],
    ["ArrowUp", { day: 0, minutes: 510 }],
    ["ArrowRight", { day: 1, minutes: 540 }],
    ["ArrowLeft", at],
    ["Home", { day: 0, minutes: 0 }],
    ["End", { day: 0, minutes: 1_410 }],
    ["a", null],
  ])("%s over a week", (key, place) => expect(stepOf(key, at, 7)).toEqual(place));

  it("no further than the day lasts", () => {
    expect(stepOf("ArrowDown", { day: 6, minutes: 1_410 }, 7)).toEqual({ day: 6, minutes: 1_410 });
    expect(stepOf("ArrowRight", { day: 6, minutes: 0 }, 7)).toEqual({ day: 6, minutes: 0 });
  });

  it.each([
    ["ArrowRight", 8, 9],
    ["ArrowDown", 8, 15],
    ["ArrowUp", 3, 3],
    ["Home", 9, 7],
    ["End", 9, 13],
    ["ArrowDown", 34, 34],
  ])("%s from cell %d to %d of five weeks", (key, from, to) => expect(cellStepOf(key, from, 35)).toBe(to));

  it("nowhere by other keys", () => expect(cellStepOf("Tab", 3, 35)).toBeNull());
});
