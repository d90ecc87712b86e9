import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWire, wire } from "./wire";

const sent = (value: unknown) => readWire(JSON.stringify(wire.serialize(value)));

describe("what goes over the wire", () => {
  it("comes out as it went in, dates as dates, whatever its properties are called", () => {
    const keys = fc.oneof(fc.string(), fc.constantFrom("$date", "$$date", "$", "json", "constructor"));
    const rare = "$rows";
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.date({ noInvalidDate: true }),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.array(fc.record({ id: tie("value"), at: tie("value") }), { maxLength: 8 }),
        fc.array(fc.record({ id: fc.integer(), [rare]: tie("value") }), { maxLength: 8 }),
        fc.dictionary(keys, tie("value"), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).value;
    fc.assert(
      fc.property(values, (value) => {
        // JSON knows no minus zero.
        expect(sent(value)).toEqual(value);
      }),
    );
  });

  it("leaves out what is undefined", () => {
    expect(sent({ a: undefined, b: 1 })).toEqual({ b: 1 });
    expect(sent(undefined)).toBeUndefined();
    const rows = [1, 2, undefined, 4, 5].map((a) => ({ a, b: 1 }));
    expect(sent(rows)).toStrictEqual([
      { a: 1, b: 1 },
      { a: 2, b: 1 },
      { b: 1 },
      { a: 4, b: 1 },
      { a: 5, b: 1 },
    ]);
  });

  it("says the properties of alike rows once", () => {
    const rows = Array.from({ length: 50 }, (_, i) => ({ title: `Deal ${i}`, closesAt: new Date(i) }));
    expect(JSON.stringify(wire.serialize(rows)).match(/closesAt/g)).toHaveLength(1);
    expect(sent(rows)).toEqual(rows);
  });

  it.each([
    ['{"$rows":["a"]}', []],
    ['{"$rows":[],"$values":[1]}', []],
    ['{"$rows":7,"$values":[1]}', []],
    ['{"$rows":["a","b"],"$values":[1,2,3]}', [{ a: 1, b: 2 }, { a: 3 }]],
  ])("reads %s, which nobody of ours sent, without harm", (json, read) => {
    expect(readWire(`{"json":${json}}`)).toEqual(read);
  });

  it("gives nobody another prototype", () => {
    const read = readWire<Record<string, unknown>>(
      '{"json":{"__proto__":{"admin":true},"a":{"$__proto__":{"admin":true}},"b":{"$rows":["__proto__"],"$values":[{"admin":true}]}}}',
    );
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(read.a)).toBe(Object.prototype);
    expect("admin" in read).toBe(false);
    expect(Object.getPrototypeOf((read.b as unknown[])[0])).toBe(Object.prototype);
  });

  it.each([[1n], [new Map()], [new Set()], [() => 1]])("refuses %s, which JSON would lose", (value) => {
    expect(() => wire.serialize({ value })).toThrow(TypeError);
  });
});
