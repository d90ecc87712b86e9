import { describe, expect, it } from "vitest";
import { lanesOf } from "./lanes";

const span = (id: string, from: number, to: number) => ({ id, from, to });

describe("overlapping activities", () => {
  it("stand beside one another, and alone where nothing is beside", () => {
    const lanes = lanesOf([span("a", 0, 60), span("b", 30, 90), span("c", 60, 120), span("d", 200, 230)]);
    expect(Object.fromEntries(lanes)).toEqual({
      a: { lane: 0, lanes: 2 },
      b: { lane: 1, lanes: 2 },
      c: { lane: 0, lanes: 2 },
      d: { lane: 0, lanes: 1 },
    });
  });
});
