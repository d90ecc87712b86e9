import { describe, expect, it } from "vitest";
import { countOf, isWhole, nothing, toggled, toggledAll } from "./selection";

const order = ["a", "b", "c", "d", "e"];
const of = (...ids: string[]) => ({ ids: new Set(ids), all: false });

describe("a selection of rows", () => {
  it("grows and shrinks by one", () => {
    expect(toggled(nothing, order, "b", null)).toEqual(of("b"));
    expect(toggled(of("a", "b"), order, "b", null)).toEqual(of("a"));
  });

  it("reaches with Shift to the row pressed before, in either direction", () => {
    expect(toggled(of("b"), order, "d", "b")).toEqual(of("b", "c", "d"));
    expect(toggled(of("d"), order, "b", "d")).toEqual(of("d", "b", "c"));
    expect(toggled(of("a", "b", "c", "d"), order, "c", "b")).toEqual(of("a", "d"));
  });

  it("forgets a row pressed before that is not there any more", () => {
    expect(toggled(nothing, order, "c", "gone")).toEqual(of("c"));
  });

  it("leaves what can be seen when one is taken out of all", () => {
    expect(toggled({ ids: new Set(order), all: true }, order, "a", null)).toEqual(of("b", "c", "d", "e"));
  });

  it("takes all that is loaded, then nothing", () => {
    const whole = toggledAll(of("a"), order);
    expect(isWhole(whole, order)).toBe(true);
    expect(toggledAll(whole, order)).toEqual(nothing);
    expect(isWhole(nothing, [])).toBe(false);
  });

  it("counts all of the list, loaded or not", () => {
    expect(countOf({ ids: new Set(order), all: true }, 1234)).toBe(1234);
    expect(countOf(of("a"), 1234)).toBe(1);
  });
});
