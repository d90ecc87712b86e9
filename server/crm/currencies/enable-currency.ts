import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { enabledCurrency } from "@/db/schema/crm-currencies";
import { authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import type { CurrencyCode } from "./contract";
import { currencyDisabled, currencyEnabled } from "./events";

type Code = z.output<typeof CurrencyCode>;

/** Offers a currency wherever amounts are typed. */
export async function enableCurrency(ctx: Context, { currency }: Code): Promise<void> {
  authorize(ctx, "organization.edit");
  await inOrganization(ctx, async (tx) => {
    const added = await tx
      .insert(enabledCurrency)
      .values({ organizationId: ctx.organizationId, currency, createdAt: ctx.now(), updatedAt: ctx.now() })
      .onConflictDoNothing()
      .returning({ currency: enabledCurrency.currency });
    if (added.length === 0) return;
    await recordEvent(tx, ctx, currencyEnabled, { recordId: ctx.organizationId, data: { currency } });
  });
}

/** Offers it no more; amounts in it and its rates stay. */
export async function disableCurrency(ctx: Context, { currency }: Code): Promise<void> {
  authorize(ctx, "organization.edit");
  await inOrganization(ctx, async (tx) => {
    const removed = await tx
      .delete(enabledCurrency)
      .where(
        and(eq(enabledCurrency.organizationId, ctx.organizationId), eq(enabledCurrency.currency, currency)),
      )
      .returning({ currency: enabledCurrency.currency });
    if (removed.length === 0) return;
    await recordEvent(tx, ctx, currencyDisabled, { recordId: ctx.organizationId, data: { currency } });
  });
}
