import { describe, expect, it } from "vitest";
import { periodOf, relativeSchema } from "@/server/filter/moments";
import { chosenMoment, momentChoices, momentOf, valueOf } from "./moment-value";

const clock = { now: new Date("2026-03-08T10:00:00Z"), timeZone: "Europe/Berlin", memberId: null };

describe("a time in a filter", () => {
  it.each(momentChoices.filter((choice) => choice !== "day"))("%s is a value the server knows", (choice) => {
    const value = valueOf(chosenMoment(choice));
    expect(periodOf(value, clock)).not.toBeNull();
    expect(momentOf(value)).toEqual(chosenMoment(choice));
  });

  it("is a day, once one is chosen", () => {
    expect(valueOf(chosenMoment("day"))).toBeUndefined();
    expect(momentOf("2026-03-08")).toEqual({ choice: "day", text: "2026-03-08" });
  });

  it("keeps units that the list does not offer", () => {
    const value = relativeSchema.parse({ relative: "ago", unit: "hour", count: 3 });
    const moment = momentOf(value);
    expect(moment && valueOf(moment)).toEqual(value);
  });

  it.each([[null], [5], [{ relative: "someday" }], [[]]])("is nothing for %j", (value) => {
    expect(momentOf(value)).toBeNull();
  });
});
