import { currencyDigits, divideRounded } from "@/server/platform/money";

/** What `nominal` units of a currency cost, in millionths of the base currency's unit. */
export type Price = { nominal: number; rateMicros: number };

const one: Price = { nominal: 1, rateMicros: 1_000_000 };

/**
 * An amount in another currency, by both currencies' prices in the base (null: it is the base). Whole numbers all the
 * way, rounded once at the end, half away from zero.
 */
export function converted(
  minor: number,
  from: { currency: string; price: Price | null },
  to: { currency: string; price: Price | null },
): bigint {
  const [sold, bought] = [from.price ?? one, to.price ?? one];
  const up = BigInt(10) ** BigInt(currencyDigits(to.currency));
  const down = BigInt(10) ** BigInt(currencyDigits(from.currency));
  const numerator = BigInt(minor) * BigInt(sold.rateMicros) * BigInt(bought.nominal) * up;
  return divideRounded(numerator, BigInt(sold.nominal) * BigInt(bought.rateMicros) * down);
}
