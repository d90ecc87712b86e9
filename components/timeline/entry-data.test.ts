import { describe, expect, it } from "vitest";
import { changesOf, fromLead, knownEvent, madeActivities } from "./entry-data";

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

  it("tells what the lead of a deal had said", () => {
    const origin = { utmSource: "google", page: 7, other: "x" };
    expect(fromLead({ fromLead: { title: "Roof", comment: null, origin } })).toEqual({
      ...{ title: "Roof", comment: "", origin: { utmSource: "google" } },
    });
    expect(fromLead({ fromLead: {} })).toEqual({ title: "", comment: "", origin: {} });
    for (const data of [{}, { fromLead: null }, { fromLead: "x" }]) expect(fromLead(data)).toBeNull();
  });

  it("counts the activities that a conversion took along", () => {
    expect(madeActivities({ made: { dealId: "d", activityIds: ["a", "b"] } })).toBe(2);
    for (const data of [{}, { made: null }, { made: {} }, { made: { activityIds: 3 } }])
      expect(madeActivities(data)).toBe(0);
  });

  it("does not know an event of the future", () => {
    expect(knownEvent("deal.stage_changed")).toBe("stage_changed");
    expect(knownEvent("contact.updated")).toBe("updated");
    expect(knownEvent("deal.teleported")).toBeNull();
  });
});
