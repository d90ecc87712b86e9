import { eq } from "drizzle-orm";
import { rateSource } from "@/db/schema/crm-currencies";
import { organizationById } from "@/server/identity";
import { asWorker, type Context, contextOf, log } from "@/server/platform";
import type { RateProviderName } from "./contract";
import { rateProvider } from "./providers/chosen";
import { RateFault, type RateSheet } from "./providers/provider";
import { tellFault, writeRates } from "./write-rates";

type Asked = { provider: RateProviderName; now: Date };

/**
 * Asks a provider once, for every organization that takes its rates; nobody is asked for none. Safe to run twice.
 * @returns how many organizations heard @throws RateFault, once they have been told
 */
export async function fetchRates({ provider, now }: Asked): Promise<number> {
  const takers = await asWorker((tx) =>
    tx
      .select({ organizationId: rateSource.organizationId })
      .from(rateSource)
      .where(eq(rateSource.provider, provider))
      .orderBy(rateSource.organizationId),
  );
  return tell(
    takers.map(({ organizationId }) => organizationId),
    { provider, now },
  );
}

/** The same for one organization, which has just chosen or has a new currency. @throws RateFault */
export async function fetchRatesFor({
  organizationId,
  now,
}: {
  organizationId: string;
  now: Date;
}): Promise<void> {
  const [source] = await asWorker((tx) =>
    tx
      .select({ provider: rateSource.provider })
      .from(rateSource)
      .where(eq(rateSource.organizationId, organizationId)),
  );
  if (source) await tell([organizationId], { provider: source.provider, now });
}

async function tell(organizationIds: readonly string[], { provider, now }: Asked): Promise<number> {
  if (organizationIds.length === 0) return 0;
  const answer = await asked({ provider, now });
  for (const organizationId of organizationIds) {
    const ctx = await housekeeper(organizationId, now);
    if (!ctx) continue;
    if (answer instanceof RateFault) await tellFault(ctx, { provider, fault: answer.code });
    else await writeRates(ctx, { provider, sheet: answer });
  }
  if (answer instanceof RateFault) throw answer;
  return organizationIds.length;
}

async function asked({ provider, now }: Asked): Promise<RateSheet | RateFault> {
  try {
    return await rateProvider(provider).rates(now);
  } catch (error) {
    if (!(error instanceof RateFault)) throw error;
    log.warn({ provider, code: error.code, reason: error.message }, "currency rates were not had");
    return error;
  }
}

async function housekeeper(organizationId: string, now: Date): Promise<Context | null> {
  const organization = await organizationById(organizationId);
  return organization && contextOf({ organization, actor: { type: "system", id: "pult" }, now: () => now });
}
