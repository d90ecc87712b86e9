import { describe, expect, it } from "vitest";
import { z } from "zod";
import { errorsByPath, pathKey, valueAt, withValueAt } from "./path";
import { type FormSchema, localized, unwrapNullable, widgetName } from "./schema";

describe("paths of a form's value", () => {
  it("reads through objects and lists, and undefined where nothing is", () => {
    const value = { to: { ids: ["a", "b"] } };
    expect(valueAt(value, ["to", "ids", 1])).toBe("b");
    expect(valueAt(value, ["to", "missing", "deeper"])).toBeUndefined();
    expect(valueAt(value, ["constructor"])).toBeUndefined();
    expect(valueAt(value, [])).toBe(value);
  });

  it("writes a copy and leaves the original and the neighbours alone", () => {
    const value = { a: { x: 1 }, b: { y: 2 } };
    const next = withValueAt(value, ["a", "x"], 5);
    expect(next).toEqual({ a: { x: 5 }, b: { y: 2 } });
    expect(value.a.x).toBe(1);
    expect(valueAt(next, ["b"])).toBe(value.b);
  });

  it("makes what is missing on the way", () => {
    expect(withValueAt(undefined, ["headers", 0, "name"], "X")).toEqual({ headers: [{ name: "X" }] });
  });

  it("removes a key or a list's item by undefined", () => {
    expect(withValueAt({ a: 1, b: 2 }, ["a"], undefined)).toEqual({ b: 2 });
    expect(withValueAt({ list: [1, 2, 3] }, ["list", 1], undefined)).toEqual({ list: [1, 3] });
  });

  it("keeps the order of keys when one is written", () => {
    expect(Object.keys(withValueAt({ a: 1, b: 2 }, ["a"], 3) as object)).toEqual(["a", "b"]);
  });

  it("turns zod's issues into errors by path", () => {
    const parsed = z.object({ to: z.array(z.string()) }).safeParse({ to: ["a", 5] });
    expect(Object.keys(errorsByPath(parsed.error?.issues ?? []))).toEqual([pathKey(["to", 1])]);
  });
});

describe("what a schema asks for", () => {
  const known = (name: string) => name === "money";
  const schema = z.toJSONSchema(
    z.object({
      title: z.string().meta({ label: { en: "Title", ru: "Название" } }),
      amount: z.int().nullable().meta({ widget: "money" }),
      kind: z.enum(["call", "meeting"]).optional(),
    }),
    { io: "input" },
  ) as FormSchema;

  it("takes labels by language", () => {
    expect(localized(schema.properties?.title?.label, "ru")).toBe("Название");
    expect(localized("Same", "ru")).toBe("Same");
  });

  it("sees through null and keeps the outer meta", () => {
    const amount = unwrapNullable(schema.properties?.amount ?? {});
    expect(amount.nullable).toBe(true);
    expect(widgetName(amount.schema, known)).toBe("money");
  });

  it("guesses a widget by type, and for an unknown wish", () => {
    expect(widgetName(schema.properties?.kind ?? {}, known)).toBe("select");
    expect(widgetName({ type: "string", widget: "hologram" }, known)).toBe("text");
    expect(widgetName({ type: "object" }, known)).toBe("json");
  });
});
