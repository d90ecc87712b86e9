import { isNotNull, sql } from "drizzle-orm";
import { currencyRate } from "@/db/schema/crm-currencies";
import {
  announceChange,
  type Context,
  inOrganization,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import type { RateFaultCode, RateProviderName } from "./contract";
import { ratesFetched } from "./events";
import { enabledCodes } from "./list-currencies";
import { priceIn } from "./providers/price";
import type { RateSheet } from "./providers/provider";
import { lockRateSource, setRateSource } from "./rate-source";

export type Fetched = { provider: RateProviderName; sheet: RateSheet };

/**
 * Writes what a provider tells of the currencies in use, from its day on. A rate that a person gave for that day stays; so
 * does everything when the organization has chosen otherwise meanwhile.
 */
export async function writeRates(ctx: Context, { provider, sheet }: Fetched): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const source = await lockRateSource(tx, ctx);
    if (source?.provider !== provider) return;
    if (sheet.base !== ctx.currency && !sheet.quotes.has(ctx.currency)) return failed(tx, ctx, "base");
    const wanted = (await enabledCodes(tx, ctx)).filter((currency) => currency !== ctx.currency);
    const priced = wanted.map((currency) => ({ currency, price: priceIn(sheet, currency, ctx.currency) }));
    const rates = priced.flatMap(({ currency, price }) => (price ? [{ currency, ...price }] : []));
    const missing = priced.filter(({ price }) => !price).map(({ currency }) => currency);
    const count = await laidOver(tx, ctx, { provider, day: sheet.day, rates });
    const now = ctx.now();
    await setRateSource(tx, ctx, {
      ...{ triedAt: now, fetchedAt: now, fetchedDay: sheet.day, missing, fault: null },
    });
    if (count > 0) {
      const data = { provider, day: sheet.day, count };
      await recordEvent(tx, ctx, ratesFetched, { recordId: ctx.organizationId, data });
    }
    await announce(tx, ctx);
  });
}

/** Says why rates were not had; those there are go on being good. */
export async function tellFault(
  ctx: Context,
  { provider, fault }: { provider: RateProviderName; fault: RateFaultCode },
): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const source = await lockRateSource(tx, ctx);
    if (source?.provider === provider) await failed(tx, ctx, fault);
  });
}

async function failed(tx: Transaction, ctx: Context, fault: RateFaultCode): Promise<void> {
  await setRateSource(tx, ctx, { triedAt: ctx.now(), fault });
  await announce(tx, ctx);
}

// Open settings pages fetch anew.
function announce(tx: Transaction, ctx: Context): Promise<void> {
  return announceChange(tx, ctx, { entity: "currency_rates", id: ctx.organizationId });
}

type Laid = {
  provider: RateProviderName;
  day: string;
  rates: readonly { currency: string; nominal: number; rateMicros: number }[];
};

/** @returns how many are new or other than before */
async function laidOver(tx: Transaction, ctx: Context, { provider, day, rates }: Laid): Promise<number> {
  if (rates.length === 0) return 0;
  const stamps = { createdAt: ctx.now(), updatedAt: ctx.now() };
  const { organizationId, currency: base } = ctx;
  const rows = rates.map((rate) => ({
    ...{ organizationId, id: ctx.newId(), base, day, source: provider },
    ...rate,
    ...stamps,
  }));
  const written = await tx
    .insert(currencyRate)
    .values(rows)
    .onConflictDoUpdate({
      target: [currencyRate.organizationId, currencyRate.base, currencyRate.currency, currencyRate.day],
      set: {
        nominal: sql`excluded.nominal`,
        rateMicros: sql`excluded.rate_micros`,
        source: sql`excluded.source`,
        updatedAt: ctx.now(),
      },
      setWhere: sql`${isNotNull(currencyRate.source)} and (${currencyRate.nominal}, ${currencyRate.rateMicros}, ${currencyRate.source})
        is distinct from (excluded.nominal, excluded.rate_micros, excluded.source)`,
    })
    .returning({ id: currencyRate.id });
  return written.length;
}
