import { and, asc, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { currencyRate, enabledCurrency } from "@/db/schema/crm-currencies";
import { authorize, type Context, dayIn, inOrganization, type Transaction } from "@/server/platform";
import type { Currencies, ListRates, Rate } from "./contract";
import { rateOn, rateShape } from "./convert";
import { rateSourceOf } from "./rate-source";

/** The currencies the organization counts in, its own first. */
export async function listCurrencies(ctx: Context): Promise<Currencies> {
  authorize(ctx, "deal.view");
  return inOrganization(ctx, async (tx) => {
    const others = (await enabledCodes(tx, ctx)).filter((currency) => currency !== ctx.currency);
    const enabled: Currencies["enabled"] = [{ currency: ctx.currency, rate: null }];
    for (const currency of others)
      enabled.push({ currency, rate: await rateOn(tx, ctx, currency, dayIn(ctx)) });
    return { base: ctx.currency, enabled, source: await rateSourceOf(tx, ctx) };
  });
}

/** A currency's rates against the organization's own, the newest day first. */
export async function listRates(ctx: Context, { currency }: z.output<typeof ListRates>): Promise<Rate[]> {
  authorize(ctx, "deal.view");
  return inOrganization(ctx, (tx) =>
    tx
      .select(rateShape)
      .from(currencyRate)
      .where(
        and(
          eq(currencyRate.organizationId, ctx.organizationId),
          eq(currencyRate.base, ctx.currency),
          eq(currencyRate.currency, currency),
        ),
      )
      .orderBy(desc(currencyRate.day))
      .limit(400),
  );
}

/** Currencies the organization counts in besides its own, in the order they came. */
export async function enabledCodes(tx: Transaction, ctx: Context): Promise<string[]> {
  const rows = await tx
    .select({ currency: enabledCurrency.currency })
    .from(enabledCurrency)
    .where(eq(enabledCurrency.organizationId, ctx.organizationId))
    .orderBy(asc(enabledCurrency.createdAt), asc(enabledCurrency.currency));
  return rows.map((row) => row.currency);
}
