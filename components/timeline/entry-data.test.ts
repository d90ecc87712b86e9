import { describe, expect, it } from "vitest";
import { changesOf, knownEvent } from "./entry-data";

describe("a timeline entry's data", () => {
  it("lists changed fields with both values", () => {
    const data = {
      title: "x",
      changes: { amountMinor: { from: 0, to: 500 }, closesAt: { from: null, to: "2026-01-01" } },
    };
    expect(changesOf(data)).toEqual([
      { field: "amountMinor", from: 0, to: 500 },
      { field: "closesAt", from: null, to: "2026-01-01" },
    ]);
  });

  it.each([{}, { changes: null }, { changes: "no" }, { changes: { amountMinor: 5 } }])(
    "finds nothing in %j",
    (data) => {
      expect(changesOf(data)).toEqual([]);
    },
  );

  it("does not know an event of the future", () => {
    expect(knownEvent("deal.stage_changed")).toBe("stage_changed");
    expect(knownEvent("contact.updated")).toBe("updated");
    expect(knownEvent("deal.teleported")).toBeNull();
  });
});
