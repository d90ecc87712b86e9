import { eq } from "drizzle-orm";
import { rateSource } from "@/db/schema/crm-currencies";
import { authorize, type Context, inOrganization, recordEvent, type Transaction } from "@/server/platform";
import type { ChooseRateSource, RateSource } from "./contract";
import { rateSourceChosen } from "./events";

const shape = {
  provider: rateSource.provider,
  triedAt: rateSource.triedAt,
  fetchedAt: rateSource.fetchedAt,
  fetchedDay: rateSource.fetchedDay,
  missing: rateSource.missing,
  fault: rateSource.fault,
};

/** Whose rates the organization takes; null when it takes nobody's. */
export async function rateSourceOf(tx: Transaction, ctx: Context): Promise<RateSource | null> {
  const [found] = await tx
    .select(shape)
    .from(rateSource)
    .where(eq(rateSource.organizationId, ctx.organizationId));
  return found ?? null;
}

/** The same, locked: rates are written by one at a time. */
export async function lockRateSource(tx: Transaction, ctx: Context): Promise<RateSource | null> {
  const [found] = await tx
    .select(shape)
    .from(rateSource)
    .where(eq(rateSource.organizationId, ctx.organizationId))
    .for("update");
  return found ?? null;
}

/** Writes how an attempt went. */
export async function setRateSource(
  tx: Transaction,
  ctx: Context,
  values: Partial<RateSource>,
): Promise<void> {
  await tx
    .update(rateSource)
    .set({ ...values, updatedAt: ctx.now() })
    .where(eq(rateSource.organizationId, ctx.organizationId));
}

/**
 * Says whose rates to take each day, beginning now; null for nobody's. Rates there are stay, whoever told them. The one
 * chosen already is asked once more.
 */
export async function chooseRateSource(ctx: Context, { provider }: ChooseRateSource): Promise<void> {
  authorize(ctx, "organization.edit");
  await inOrganization(ctx, async (tx) => {
    const before = await lockRateSource(tx, ctx);
    if (provider === null && before === null) return;
    if (provider === null)
      await tx.delete(rateSource).where(eq(rateSource.organizationId, ctx.organizationId));
    else if (provider !== before?.provider) {
      const stamps = { createdAt: ctx.now(), updatedAt: ctx.now() };
      const untried = { triedAt: null, fetchedAt: null, fetchedDay: null, missing: [], fault: null };
      await tx
        .insert(rateSource)
        .values({ organizationId: ctx.organizationId, provider, ...stamps })
        .onConflictDoUpdate({
          target: rateSource.organizationId,
          set: { provider, ...untried, updatedAt: ctx.now() },
        });
    }
    await recordEvent(tx, ctx, rateSourceChosen, { recordId: ctx.organizationId, data: { provider } });
  });
}
