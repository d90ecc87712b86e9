import { and, desc, eq, sql } from "drizzle-orm";
import { currencyRate } from "@/db/schema/crm-currencies";
import { AppError, type Context, type Transaction } from "@/server/platform";
import { mostMinor } from "@/server/platform/money";
import type { Rate } from "./contract";
import { converted } from "./rules";

/** The columns that make a `Rate`. */
export const rateShape = {
  id: currencyRate.id,
  currency: currencyRate.currency,
  day: currencyRate.day,
  nominal: currencyRate.nominal,
  rateMicros: currencyRate.rateMicros,
  source: currencyRate.source,
};

export type Conversion = { minor: number; from: string; to: string; day: string };

/**
 * An amount in another currency by the latest rates on or before the day, in minor units.
 * @throws CURRENCY_UNKNOWN when one of them has no rate by then, AMOUNT_TOO_LARGE
 */
export async function convert(
  tx: Transaction,
  ctx: Context,
  { minor, from, to, day }: Conversion,
): Promise<number> {
  if (from === to || minor === 0) return minor;
  const [sold, bought] = [await priceOf(from), await priceOf(to)];
  const result = converted(minor, { currency: from, price: sold }, { currency: to, price: bought });
  if (result > BigInt(mostMinor)) throw new AppError("AMOUNT_TOO_LARGE");
  return Number(result);

  async function priceOf(currency: string): Promise<Rate | null> {
    if (currency === ctx.currency) return null;
    const rate = await rateOn(tx, ctx, currency, day);
    if (!rate) throw new AppError("CURRENCY_UNKNOWN", { currency, day }, { field: "currency" });
    return rate;
  }
}

/** The latest rate of a currency on or before a day; null when there is none. */
export async function rateOn(
  tx: Transaction,
  ctx: Context,
  currency: string,
  day: string,
): Promise<Rate | null> {
  const [rate] = await tx
    .select(rateShape)
    .from(currencyRate)
    .where(
      and(
        eq(currencyRate.organizationId, ctx.organizationId),
        eq(currencyRate.base, ctx.currency),
        eq(currencyRate.currency, currency),
        sql`${currencyRate.day} <= ${day}::date`,
      ),
    )
    .orderBy(desc(currencyRate.day))
    .limit(1);
  return rate ?? null;
}
