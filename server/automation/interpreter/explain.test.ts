import { describe, expect, it } from "vitest";
import type { Filter } from "@/server/filter";
import { explain } from "./explain";
import { readerOf } from "./read";
import { initialState } from "./state";

const read = readerOf(
  { ...initialState({ limit: 5 }), variables: { n: 3 }, results: { ask: { answer: "yes" } } },
  { title: "Roof", amountMinor: 100, closesAt: null, contact: { email: "a@b.c" } },
);
const title: Filter = { field: "title", operator: "eq", value: "Wall" };
const amount: Filter = { field: "amountMinor", operator: "gt", value: 500 };
const date: Filter = { field: "closesAt", operator: "not_empty" };

const cases: [string, Filter, unknown[]][] = [
  ["nothing asked holds", { and: [] }, []],
  ["a clause that fails shows what it saw", title, ["Roof"]],
  ["an absent value is null", date, [null]],
  [
    "of all, the first that failed",
    { and: [{ field: "title", operator: "not_empty" }, amount, title] },
    [100],
  ],
  ["of any, every alternative", { or: [title, amount] }, ["Roof", 100]],
  ["a negated clause that held", { not: { field: "title", operator: "eq", value: "Roof" } }, ["Roof"]],
  [
    "not of any: the first that held",
    { not: { or: [title, { field: "amountMinor", operator: "eq", value: 100 }] } },
    [100],
  ],
  ["a field of a related record", { field: "contact.email", operator: "empty" }, ["a@b.c"]],
  [
    "a variable, a parameter and a result hold",
    {
      and: [
        { field: "variable.n", operator: "eq", value: 3 },
        { field: "param.limit", operator: "eq", value: 5 },
        { field: "result.ask.answer", operator: "eq", value: "yes" },
      ],
    },
    [],
  ],
  ["a prototype is out of reach", { field: "record.constructor.name", operator: "not_empty" }, [null]],
];

describe("explain", () => {
  it.each(cases)("%s", (_name, filter, seen) => {
    const { matched, misses } = explain(filter, {
      read,
      types: {},
      now: "2026-03-08T12:00:00Z",
      timeZone: "UTC",
    });
    expect(misses.map((miss) => miss.seen)).toEqual(seen);
    expect(matched).toBe(seen.length === 0);
  });
});
