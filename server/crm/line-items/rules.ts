import { divideRounded } from "@/server/platform/money";

/** What a line's amounts are counted from. */
export type Priced = {
  quantity: number;
  priceMinor: number;
  discountKind: "percent" | "amount";
  discount: number;
  taxRate: number | null;
  taxIncluded: boolean;
};

/** A line in minor units: before and after the discount, its tax, and what is paid for it. */
export type LineAmounts = {
  grossMinor: number;
  discountMinor: number;
  taxMinor: number;
  totalMinor: number;
};

export type Totals = {
  /** Before discounts; taxes are in it where prices include them. */
  subtotalMinor: number;
  discountMinor: number;
  taxMinor: number;
  totalMinor: number;
  /** Tax by rate and way, the highest rate first. Lines without tax are not among them. */
  taxes: { taxRate: number; taxIncluded: boolean; taxMinor: number }[];
};

const thousand = BigInt(1000);
const whole = BigInt(10_000);

/**
 * A line's amounts. Each is rounded once to the minor unit, half away from zero: quantity times price, then the
 * discount of that, then the tax of what is left. An invoice's totals are sums of its lines' rounded amounts, so that
 * whoever adds up the lines gets the total. A discount in money is never more than the line.
 */
export function lineAmounts(line: Priced): LineAmounts {
  const gross = divideRounded(BigInt(line.quantity) * BigInt(line.priceMinor), thousand);
  const off = discountOf(line, gross);
  const sum = gross - off;
  const tax = taxOf(line, sum);
  const total = line.taxIncluded ? sum : sum + tax;
  return {
    grossMinor: Number(gross),
    discountMinor: Number(off),
    taxMinor: Number(tax),
    totalMinor: Number(total),
  };
}

/** What the lines come to. */
export function totalsOf(lines: readonly Priced[]): Totals {
  const totals: Totals = { subtotalMinor: 0, discountMinor: 0, taxMinor: 0, totalMinor: 0, taxes: [] };
  for (const line of lines) {
    const amounts = lineAmounts(line);
    totals.subtotalMinor += amounts.grossMinor;
    totals.discountMinor += amounts.discountMinor;
    totals.taxMinor += amounts.taxMinor;
    totals.totalMinor += amounts.totalMinor;
    if (line.taxRate !== null) addTax(totals.taxes, line.taxRate, line.taxIncluded, amounts.taxMinor);
  }
  totals.taxes.sort((a, b) => b.taxRate - a.taxRate || Number(b.taxIncluded) - Number(a.taxIncluded));
  return totals;
}

function discountOf({ discountKind, discount }: Priced, gross: bigint): bigint {
  if (discountKind === "percent") return divideRounded(gross * BigInt(discount), whole);
  const off = BigInt(discount);
  return off > gross ? gross : off;
}

function taxOf({ taxRate, taxIncluded }: Priced, sum: bigint): bigint {
  if (taxRate === null) return BigInt(0);
  const rate = BigInt(taxRate);
  return divideRounded(sum * rate, taxIncluded ? whole + rate : whole);
}

function addTax(taxes: Totals["taxes"], taxRate: number, taxIncluded: boolean, taxMinor: number): void {
  const known = taxes.find((tax) => tax.taxRate === taxRate && tax.taxIncluded === taxIncluded);
  if (known) known.taxMinor += taxMinor;
  else taxes.push({ taxRate, taxIncluded, taxMinor });
}
