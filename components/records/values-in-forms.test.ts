import { describe, expect, it } from "vitest";
import { typeOf, valueIn } from "./cell-value";
import { withChosen } from "./choices-left";
import { changesOf } from "./money-value";
import type { ListField } from "./use-list-fields";
import type { ListedRecord } from "./use-record-pages";

describe("what a control offers", () => {
  const offered = [{ value: "a", label: "A" }];
  const nameOf = (value: string) => ({ value, label: `was ${value}` });

  it("is what can be chosen, and an archived choice where it is chosen", () => {
    expect(withChosen(offered, "a", nameOf)).toEqual(offered);
    expect(withChosen(offered, "old", nameOf)).toEqual([...offered, { value: "old", label: "was old" }]);
    expect(withChosen(offered, ["a", "old"], nameOf)).toHaveLength(2);
  });

  it.each([null, undefined, "", [], 5])("is no more for %j", (chosen) => {
    expect(withChosen(offered, chosen, nameOf)).toEqual(offered);
  });
});

describe("an amount of a form", () => {
  const amount = { amountMinor: 10_000, currency: "EUR" };

  it("comes with its currency, for the record may be in another", () => {
    const field = { key: "amountMinor", type: "money", customId: null };
    expect(changesOf(field, amount)).toEqual({ amountMinor: 10_000, currency: "EUR" });
    expect(changesOf(field, null)).toEqual({ amountMinor: 0 });
  });

  it("is a value of its own in the organization's field", () => {
    const field = { key: "c_price", type: "money", customId: "1" };
    expect(changesOf(field, amount)).toEqual({ c_price: amount });
    expect(changesOf(field, null)).toEqual({ c_price: null });
  });

  it("is asked of money alone", () => {
    expect(changesOf({ key: "title", type: "text", customId: null }, "T")).toEqual({ title: "T" });
  });
});

describe("a formula's field", () => {
  const field = { key: "c_f", type: "formula", more: { returns: "date" } } as ListField;
  const record = (value: unknown) => ({ values: { c_f: value } }) as unknown as ListedRecord;

  it("is of the type it comes to, and holds its result", () => {
    expect(typeOf(field)).toBe("date");
    expect(valueIn(record({ value: "2026-03-01" }), field)).toBe("2026-03-01");
    expect(valueIn(record({ value: false }), field)).toBe(false);
  });

  it("holds nothing where a value is lacking, and is told apart where it failed", () => {
    expect(valueIn(record({ error: "no_value" }), field)).toBe(null);
    expect(valueIn(record({ error: "failed" }), field)).toBe(undefined);
    expect(valueIn(record(undefined), field)).toBe(null);
  });
});
