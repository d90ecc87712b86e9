import { describe, expect, it } from "vitest";
import type { Filter, Leaf } from "@/server/filter/tree";
import { draftOf, filterOf, isComplete, isWhole, newLeaf, offered, shownLeaf, withOperator } from "./draft";

const dear: Leaf = { field: "amountMinor", operator: "gt", value: 100 };
const owned: Leaf = { field: "ownerId", operator: "not_empty" };

describe("a filter as an editor shows it", () => {
  it.each<[string, Filter | null]>([
    ["nothing", null],
    ["one question", dear],
    ["all of two", { and: [dear, owned] }],
    ["any of two", { or: [dear, owned] }],
    ["none of two", { not: { or: [dear, owned] } }],
    ["not all of two", { not: { and: [dear, owned] } }],
    ["groups within groups", { and: [dear, { or: [owned, { not: { and: [dear, owned] } }] }] }],
  ])("goes there and back: %s", (_name, filter) => {
    expect(filterOf(draftOf(filter))).toEqual(filter);
  });

  it("says a lone negated question as a group of which none holds", () => {
    expect(filterOf(draftOf({ not: dear }))).toEqual({ not: { or: [dear] } });
  });

  it("undoes a negation of a negation", () => {
    expect(filterOf(draftOf({ not: { not: { and: [dear, owned] } } }))).toEqual({ and: [dear, owned] });
  });

  it("leaves out what is not finished", () => {
    const unfinished = newLeaf("title", "text");
    const draft = { ...draftOf(dear), parts: [...draftOf(dear).parts, unfinished] };
    expect(isWhole(draft)).toBe(false);
    expect(filterOf(draft)).toEqual(dear);
    expect(filterOf({ ...draft, parts: [unfinished] })).toBeNull();
  });
});

describe("a question", () => {
  it.each<[string, Omit<Leaf, "field">, boolean]>([
    ["no value is needed", { operator: "empty" }, true],
    ["zero is a value", { operator: "gt", value: 0 }, true],
    ["false is a value", { operator: "eq", value: false }, true],
    ["an empty text is none", { operator: "contains", value: "" }, false],
    ["an empty list is none", { operator: "in", value: [] }, false],
    ["half a pair is none", { operator: "between", value: [1, undefined] }, false],
    ["a pair", { operator: "between", value: [1, 2] }, true],
  ])("is complete or not: %s", (_name, leaf, complete) => {
    expect(isComplete({ key: "k", field: "f", ...leaf })).toBe(complete);
  });

  it("keeps its value where the next operator takes it", () => {
    const leaf = { key: "k", ...dear };
    expect(withOperator(leaf, "lt")).toMatchObject({ operator: "lt", value: 100 });
    expect(withOperator(leaf, "between")).toEqual({ key: "k", field: "amountMinor", operator: "between" });
  });

  it("asks about one thing as about a list of one", () => {
    expect(shownLeaf({ field: "ownerId", operator: "eq", value: "me" }, "member")).toEqual({
      field: "ownerId",
      operator: "in",
      value: ["me"],
    });
    expect(shownLeaf(dear, "money")).toBe(dear);
    expect(offered("member")[0]).toBe("in");
  });
});
