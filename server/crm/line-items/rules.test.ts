import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divideRounded } from "@/server/platform/money";
import { lineAmounts, type Priced, totalsOf } from "./rules";

const line = (changes: Partial<Priced>): Priced => ({
  quantity: 1_000,
  priceMinor: 10_000,
  discountKind: "percent",
  discount: 0,
  taxRate: null,
  taxIncluded: true,
  ...changes,
});

describe("a line", () => {
  it.each([
    ["one piece", {}, [10_000, 0, 0, 10_000]],
    ["a third of a kilo, rounded up at a half", { quantity: 333, priceMinor: 1_502 }, [500, 0, 0, 500]],
    ["exactly half a minor unit goes up", { quantity: 500, priceMinor: 1 }, [1, 0, 0, 1]],
    ["just under half goes down", { quantity: 499, priceMinor: 1 }, [0, 0, 0, 0]],
    ["ten percent off", { discount: 1_000 }, [10_000, 1_000, 0, 9_000]],
    ["all of it off", { discount: 10_000 }, [10_000, 10_000, 0, 0]],
    ["money off", { discountKind: "amount", discount: 2_500 }, [10_000, 2_500, 0, 7_500]],
    ["more money off than it costs", { discountKind: "amount", discount: 99_999 }, [10_000, 10_000, 0, 0]],
    ["tax inside", { priceMinor: 12_000, taxRate: 2_000 }, [12_000, 0, 2_000, 12_000]],
    ["tax on top", { taxRate: 2_000, taxIncluded: false }, [10_000, 0, 2_000, 12_000]],
    ["tax inside what the discount leaves", { discount: 5_000, taxRate: 2_200 }, [10_000, 5_000, 902, 5_000]],
    ["a zero rate is a tax of nothing", { taxRate: 0, taxIncluded: false }, [10_000, 0, 0, 10_000]],
    ["a fractional rate", { priceMinor: 999, taxRate: 850, taxIncluded: false }, [999, 0, 85, 1_084]],
    [
      "beyond a double's precision",
      { quantity: 999_999_999, priceMinor: 9_007_199 },
      [9_007_198_990_993, 0, 0, 9_007_198_990_993],
    ],
  ] as const)("%s", (_name, changes, [grossMinor, discountMinor, taxMinor, totalMinor]) => {
    expect(lineAmounts(line(changes))).toEqual({ grossMinor, discountMinor, taxMinor, totalMinor });
  });
});

describe("totals", () => {
  it("gather taxes by rate and by way", () => {
    const totals = totalsOf([
      line({ priceMinor: 12_000, taxRate: 2_000 }),
      line({ priceMinor: 6_000, taxRate: 2_000 }),
      line({ taxRate: 1_000, taxIncluded: false }),
      line({}),
    ]);
    expect(totals).toEqual({
      subtotalMinor: 38_000,
      discountMinor: 0,
      taxMinor: 4_000,
      totalMinor: 39_000,
      taxes: [
        { taxRate: 2_000, taxIncluded: true, taxMinor: 3_000 },
        { taxRate: 1_000, taxIncluded: false, taxMinor: 1_000 },
      ],
    });
  });

  it("are whole, and the sums of their lines, whatever the lines", () => {
    const anyLine = fc.record({
      quantity: fc.integer({ min: 1, max: 1_000_000 }),
      priceMinor: fc.integer({ min: 0, max: 1_000_000_000 }),
      discountKind: fc.constantFrom("percent" as const, "amount" as const),
      discount: fc.integer({ min: 0, max: 10_000 }),
      taxRate: fc.option(fc.integer({ min: 0, max: 10_000 })),
      taxIncluded: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (lines) => {
        const totals = totalsOf(lines);
        const amounts = lines.map(lineAmounts);
        const sum = (key: keyof (typeof amounts)[number]) => amounts.reduce((all, one) => all + one[key], 0);
        expect(totals.totalMinor).toBe(sum("totalMinor"));
        expect(totals.subtotalMinor - totals.discountMinor).toBe(sum("grossMinor") - sum("discountMinor"));
        expect(totals.taxes.reduce((all, tax) => all + tax.taxMinor, 0)).toBe(totals.taxMinor);
        const onTop = totals.taxes
          .filter((tax) => !tax.taxIncluded)
          .reduce((all, tax) => all + tax.taxMinor, 0);
        expect(totals.totalMinor).toBe(totals.subtotalMinor - totals.discountMinor + onTop);
        for (const amount of amounts) {
          expect(Object.values(amount).every((value) => Number.isSafeInteger(value) && value >= 0)).toBe(
            true,
          );
          expect(amount.discountMinor).toBeLessThanOrEqual(amount.grossMinor);
        }
      }),
    );
  });
});

it.each([
  [5, 2, 3],
  [-5, 2, -3],
  [4, 3, 1],
  [-4, 3, -1],
  [5, 3, 2],
  [0, 7, 0],
])("%i / %i is %i, half away from zero", (dividend, divisor, quotient) => {
  expect(divideRounded(BigInt(dividend), BigInt(divisor))).toBe(BigInt(quotient));
});
