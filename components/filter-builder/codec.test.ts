import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Filter, filterSchema } from "@/server/filter/tree";
import { operatorNames } from "@/server/filter/types";
import { decodeFilter, encodeFilter } from "./codec";

const { filter: anyFilter } = fc.letrec<{ filter: Filter; leaf: Filter }>((tie) => ({
  leaf: fc
    .record(
      {
        field: fc.string({ minLength: 1, maxLength: 40, unit: "binary" }),
        operator: fc.constantFrom(...operatorNames),
        // What JSON brings back as it was: neither -0 nor a key that JavaScript treats as its own.
        value: fc.jsonValue().filter((value) => !JSON.stringify(value).includes("__proto__")),
      },
      { requiredKeys: ["field", "operator"] },
    )
    .map((leaf) => JSON.parse(JSON.stringify(leaf)) as Filter),
  filter: fc.oneof(
    { maxDepth: 4, depthIdentifier: "tree" },
    tie("leaf"),
    fc.record({ and: fc.array(tie("filter"), { maxLength: 3, depthIdentifier: "tree" }) }),
    fc.record({ or: fc.array(tie("filter"), { maxLength: 3, depthIdentifier: "tree" }) }),
    fc.record({ not: tie("filter") }),
  ),
}));

/** As a browser does: into a query and out of it. */
function throughAddress(text: string): string {
  return (
    new URL(`https://example.com/?${new URLSearchParams({ filter: text })}`).searchParams.get("filter") ?? ""
  );
}

describe("a filter in an address", () => {
  it("comes back as it went, whatever it asks", () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const text = encodeFilter(filter);
        fc.pre(text.length <= 6_000);
        expect(decodeFilter(throughAddress(text))).toEqual(filter);
      }),
    );
  });

  it("is nothing, and no crash, for any other text", () => {
    const broken = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.json().map((text) => text.replaceAll('"', "~")),
      anyFilter.map((filter) => encodeFilter(filter).slice(0, -1)),
    );
    fc.assert(
      fc.property(broken, (text) => {
        const read = decodeFilter(text);
        if (read !== null) expect(filterSchema.safeParse(read).success).toBe(true);
      }),
    );
  });

  it("is short and readable", () => {
    expect(encodeFilter({ and: [{ field: "amountMinor", operator: "gt", value: 100 }] })).toBe(
      "{~and~:[[~amountMinor~,~gt~,100]]}",
    );
    expect(decodeFilter("[~ownerId~,~empty~]")).toEqual({ field: "ownerId", operator: "empty" });
  });

  it.each([
    ["too long", `[~name~,~eq~,~${"x".repeat(6_000)}~]`],
    ["too deep", "{~not~:".repeat(30) + "[~name~,~empty~]" + "}".repeat(30)],
    ["an operator nobody knows", "[~name~,~like~,~x~]"],
    ["more than a question holds", "[~name~,~eq~,~x~,~y~]"],
    ["a group of two kinds", "{~and~:[],~or~:[]}"],
  ])("is refused when %s", (_name, text) => {
    expect(decodeFilter(text)).toBeNull();
  });
});
