import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { currencyRate, enabledCurrency } from "@/db/schema/crm-currencies";
import { AppError, authorize, type Context, inOrganization, invariant, recordEvent } from "@/server/platform";
import { type Rate, type RateId, SetRate } from "./contract";
import { rateShape } from "./convert";
import { rateRemoved, rateSet } from "./events";

/**
 * Says what a currency costs from a day on, in place of what was said of that day before; the currency is offered from
 * then on. @throws INVALID at `currency` for the organization's own
 */
export async function setRate(ctx: Context, input: SetRate): Promise<Rate> {
  authorize(ctx, "organization.edit");
  const rate = SetRate.parse(input);
  if (rate.currency === ctx.currency) throw new AppError("INVALID", {}, { field: "currency" });
  return inOrganization(ctx, async (tx) => {
    const stamps = { createdAt: ctx.now(), updatedAt: ctx.now() };
    await tx
      .insert(enabledCurrency)
      .values({ organizationId: ctx.organizationId, currency: rate.currency, ...stamps })
      .onConflictDoNothing();
    const [written] = await tx
      .insert(currencyRate)
      .values({ ...rate, ...stamps, organizationId: ctx.organizationId, id: ctx.newId(), base: ctx.currency })
      .onConflictDoUpdate({
        target: [currencyRate.organizationId, currencyRate.base, currencyRate.currency, currencyRate.day],
        set: { nominal: rate.nominal, rateMicros: rate.rateMicros, source: null, updatedAt: ctx.now() },
      })
      .returning(rateShape);
    invariant(written, "an upsert returns its row");
    const data = { ...rate, base: ctx.currency };
    await recordEvent(tx, ctx, rateSet, { recordId: ctx.organizationId, data });
    return written;
  });
}

/** Takes a day's rate back; the one before it is good again. @throws NOT_FOUND */
export async function removeRate(ctx: Context, { rateId }: z.output<typeof RateId>): Promise<void> {
  authorize(ctx, "organization.edit");
  await inOrganization(ctx, async (tx) => {
    const [gone] = await tx
      .delete(currencyRate)
      .where(and(eq(currencyRate.organizationId, ctx.organizationId), eq(currencyRate.id, rateId)))
      .returning(rateShape);
    if (!gone) throw new AppError("NOT_FOUND");
    const data = { currency: gone.currency, day: gone.day };
    await recordEvent(tx, ctx, rateRemoved, { recordId: ctx.organizationId, data });
  });
}
