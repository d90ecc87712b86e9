import { fetchRates, fetchRatesFor } from "@/server/crm/currencies";
import { type RateProviderName, rateProviderNames } from "@/server/crm/currencies/contract";
import { engineClock } from "@/server/platform";
import { inngest } from "../client";

/** When a day's rates are there, in UTC, and once more some hours later, should nobody have answered. */
const hours: Record<RateProviderName, string> = {
  // Moscow's day begins; its rates were published the afternoon before.
  cbr: "10 21,3 * * *",
  // The afternoon in Frankfurt, summer and winter.
  ecb: "30 15,19 * * *",
};

/** Each day: what a provider's currencies cost, for the organizations that take its rates. */
export const currencyRates = rateProviderNames.map((provider) =>
  inngest.createFunction(
    { id: `currency-rates-${provider}`, triggers: [{ cron: hours[provider] }], concurrency: 1, retries: 3 },
    async ({ step }) => step.run("fetch", async () => fetchRates({ provider, now: (await engineClock())() })),
  ),
);

/** Rates were chosen, or a currency came into use: nobody waits for tomorrow. */
export const currencyRatesWanted = inngest.createFunction(
  {
    id: "currency-rates-wanted",
    triggers: [{ event: "currency.rate_source_chosen" }, { event: "currency.enabled" }],
    concurrency: [{ key: "event.data.organizationId", limit: 1 }],
    retries: 3,
  },
  async ({ event, step }) => {
    const { organizationId } = event.data as { organizationId: string };
    await step.run("fetch", async () => fetchRatesFor({ organizationId, now: (await engineClock())() }));
  },
);
