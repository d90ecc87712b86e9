import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAsColumns, parseAsSort } from "./list-codec";

const key = fc.stringMatching(/^\w{1,60}$/);
const column = fc.oneof(fc.record({ key }), fc.record({ key, width: fc.integer({ min: 40, max: 1_000 }) }));

describe("a list in an address", () => {
  it("keeps its columns and its order", () => {
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 60 }), (columns) => {
        expect(parseAsColumns.parse(parseAsColumns.serialize(columns))).toEqual(columns);
      }),
    );
    fc.assert(
      fc.property(key, fc.constantFrom("asc" as const, "desc" as const), (field, direction) => {
        const sort = { field, direction };
        expect(parseAsSort.parse(parseAsSort.serialize(sort))).toEqual(sort);
      }),
    );
  });

  it("is the usual one when the address says nonsense", () => {
    for (const text of ["", ".", "a..b", "a:x", "a b", "name:"])
      expect(parseAsColumns.parse(text)).toBeNull();
    for (const text of ["name", "name:up", ":asc", "a b:asc"]) expect(parseAsSort.parse(text)).toBeNull();
  });
});
