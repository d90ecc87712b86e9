import { divideRounded } from "@/server/platform/money";
import type { Price } from "../rules";
import { scale } from "./decimal";
import type { Quote, RateSheet } from "./provider";

const own: Quote = { units: scale, cost: scale };
/** With less than this in millionths, a price would have under six digits. */
const least = BigInt(100_000);
const most = BigInt(1_000_000_000_000);
const nominals = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

/**
 * What a currency costs in another by a sheet, crossed over the sheet's own where it is neither: per as many units as the
 * sheet has it, or as give six digits. Null when the sheet does not have one of them, or the price is beyond all bounds.
 */
export function priceIn(sheet: RateSheet, currency: string, base: string): Price | null {
  const [sold, bought] = [quoteOf(sheet, currency), quoteOf(sheet, base)];
  if (!sold || !bought) return null;
  const whole = base === sheet.base && sold.units % scale === BigInt(0) ? [Number(sold.units / scale)] : [];
  for (const nominal of [...whole, ...nominals]) {
    const micros = divideRounded(
      BigInt(nominal) * BigInt(1_000_000) * sold.cost * bought.units,
      sold.units * bought.cost,
    );
    if (micros >= least && micros <= most) return { nominal, rateMicros: Number(micros) };
  }
  return null;
}

function quoteOf({ base, quotes }: RateSheet, currency: string): Quote | null {
  return currency === base ? own : (quotes.get(currency) ?? null);
}
