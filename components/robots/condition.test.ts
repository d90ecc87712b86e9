import { describe, expect, it } from "vitest";
import { conditionOf, filterOf, isIncomplete } from "./condition";

const amount = { field: "amountMinor", operator: "gt", value: 100 } as const;
const owner = { field: "ownerId", operator: "not_empty" } as const;

describe("a condition as rows", () => {
  it.each([
    ["nothing", null, { join: "and", clauses: [] }],
    ["one clause", amount, { join: "and", clauses: [amount] }],
    ["all of two", { and: [amount, owner] }, { join: "and", clauses: [amount, owner] }],
    ["any of two", { or: [amount, owner] }, { join: "or", clauses: [amount, owner] }],
  ] as const)("shows %s", (_name, filter, expected) => {
    expect(conditionOf(filter as Parameters<typeof conditionOf>[0])).toEqual(expected);
  });

  it("does not flatten what is nested or negated", () => {
    expect(conditionOf({ and: [amount, { or: [owner] }] })).toBeNull();
    expect(conditionOf({ not: amount })).toBeNull();
  });

  it("goes there and back", () => {
    const filter = { or: [amount, owner] };
    expect(filterOf(conditionOf(filter) ?? { join: "and", clauses: [] })).toEqual(filter);
    expect(filterOf({ join: "or", clauses: [] })).toBeNull();
  });

  it("knows which clauses lack a value", () => {
    expect(isIncomplete({ field: "amountMinor", operator: "gt" })).toBe(true);
    expect(isIncomplete({ field: "amountMinor", operator: "gt", value: 0 })).toBe(false);
    expect(isIncomplete(owner)).toBe(false);
  });
});
