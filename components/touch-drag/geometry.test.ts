import { describe, expect, it } from "vitest";
import { clampedTo, edgeAt, hasStrayed, scrollSpeed } from "./geometry";

describe("a finger that was put down", () => {
  it.each([
    ["stays put", { x: 100, y: 100 }, false],
    ["trembles", { x: 105, y: 106 }, false],
    ["swipes up", { x: 100, y: 91 }, true],
    ["swipes aside", { x: 109, y: 100 }, true],
  ])("that %s", (_, to, strayed) => {
    expect(hasStrayed({ x: 100, y: 100 }, to)).toBe(strayed);
  });

  it("is over the upper or the lower half of a card", () => {
    const box = { top: 200, height: 80 };
    expect([201, 239, 240, 279].map((y) => edgeAt(y, box))).toEqual(["top", "top", "bottom", "bottom"]);
  });

  it("past the board's edge counts as at the edge", () => {
    const box = { left: 0, right: 390, top: 100, bottom: 700 };
    expect(clampedTo({ x: 200, y: 760 }, box)).toEqual({ x: 200, y: 699 });
    expect(clampedTo({ x: -5, y: 300 }, box)).toEqual({ x: 1, y: 300 });
    expect(clampedTo({ x: 200, y: 300 }, box)).toEqual({ x: 200, y: 300 });
  });
});

describe("scrolling at the edges", () => {
  const span = { start: 100, end: 700 };

  it("rests in the middle and up to the bands", () => {
    expect([156, 400, 644].map((at) => scrollSpeed(at, span))).toEqual([0, 0, 0]);
  });

  it("goes back at the start and forth at the end, the faster the nearer", () => {
    expect(scrollSpeed(140, span)).toBeLessThan(0);
    expect(scrollSpeed(110, span)).toBeLessThan(scrollSpeed(140, span));
    expect(scrollSpeed(660, span)).toBeGreaterThan(0);
    expect(scrollSpeed(690, span)).toBeGreaterThan(scrollSpeed(660, span));
  });

  it("is no faster past the edge than at it", () => {
    expect(scrollSpeed(900, span)).toBe(scrollSpeed(700, span));
    expect(scrollSpeed(-50, span)).toBe(scrollSpeed(100, span));
  });

  it("leaves a middle to rest in even in something small, and does nothing in nothing", () => {
    expect(scrollSpeed(20, { start: 0, end: 40 })).toBe(0);
    expect(scrollSpeed(5, { start: 0, end: 0 })).toBe(0);
  });
});
