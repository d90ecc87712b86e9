import { describe, expect, it } from "vitest";
import { nextStep, type Stroke, strokeOf } from "./shortcut-sequence";

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const stroke = (key: string, code: string, more: Partial<Stroke> = {}) =>
  strokeOf({ key, code, ...plain, ...more });

describe("strokeOf", () => {
  it("reads letters by their place, so that a Russian layout works", () => {
    expect(stroke("п", "KeyG")).toBe("g");
    expect(stroke("л", "KeyK", { ctrlKey: true })).toBe("mod+k");
    expect(stroke("k", "KeyK", { metaKey: true })).toBe("mod+k");
  });

  it("reads signs as typed, wherever they are", () => {
    expect(stroke("?", "Slash", { shiftKey: true })).toBe("?");
    expect(stroke("?", "Digit7", { shiftKey: true })).toBe("?");
  });

  it("names shift only with letters and named keys", () => {
    expect(stroke("Enter", "Enter", { shiftKey: true })).toBe("shift+enter");
    expect(stroke("D", "KeyD", { shiftKey: true })).toBe("shift+d");
  });

  it("ignores a modifier alone", () => {
    expect(stroke("Shift", "ShiftLeft", { shiftKey: true })).toBeNull();
  });
});

describe("nextStep", () => {
  const shortcuts = ["g d", "g s", "n", "mod+k"];

  it("matches a single stroke at once", () => {
    expect(nextStep([], "n", shortcuts)).toEqual({ match: "n", pending: [] });
  });

  it("waits for the rest of a sequence, then matches", () => {
    const first = nextStep([], "g", shortcuts);
    expect(first).toEqual({ match: null, pending: ["g"] });
    expect(nextStep(first.pending, "d", shortcuts)).toEqual({ match: "g d", pending: [] });
  });

  it("starts anew with a stroke that continues nothing", () => {
    expect(nextStep(["g"], "n", shortcuts)).toEqual({ match: "n", pending: [] });
    expect(nextStep(["g"], "g", shortcuts)).toEqual({ match: null, pending: ["g"] });
    expect(nextStep(["g"], "x", shortcuts)).toEqual({ match: null, pending: [] });
  });
});
