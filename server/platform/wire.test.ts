import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWire, wire } from "./wire";

const sent = (value: unknown) => readWire(JSON.stringify(wire.serialize(value)));

describe("what goes over the wire", () => {
  it("comes out as it went in, dates as dates, whatever its properties are called", () => {
    const keys = fc.oneof(fc.string(), fc.constantFrom("$date", "$$date", "$", "json", "constructor"));
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.date({ noInvalidDate: true }),
        fc.array(tie("value"), { maxLength: 4 }),
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
  });

  it("gives nobody another prototype", () => {
    const read = readWire<Record<string, unknown>>(
      '{"json":{"__proto__":{"admin":true},"a":{"$__proto__":{"admin":true}}}}',
    );
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(read.a)).toBe(Object.prototype);
    expect("admin" in read).toBe(false);
  });

  it.each([[1n], [new Map()], [new Set()], [() => 1]])("refuses %s, which JSON would lose", (value) => {
    expect(() => wire.serialize({ value })).toThrow(TypeError);
  });
});
