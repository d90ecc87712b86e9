import { describe, expect, it } from "vitest";
import { readChange, reconnectDelayMs } from "./live-change";

describe("the live stream's messages", () => {
  it("names a record and its version", () => {
    expect(readChange('{"entity":"deal","id":"a","version":3}')).toEqual({
      entity: "deal",
      id: "a",
      version: 3,
    });
  });

  it.each(["null", "", "{", "[]", '{"entity":1}'])("%j means that everything is fetched again", (data) => {
    expect(readChange(data)).toBeNull();
  });

  it("waits longer and longer, but never over half a minute and a bit", () => {
    expect(reconnectDelayMs(0, 0.5)).toBe(1000);
    expect(reconnectDelayMs(3, 0.5)).toBe(8000);
    expect(reconnectDelayMs(20, 1)).toBe(37_500);
  });
});
