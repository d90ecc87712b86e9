import { defineEvent } from "@/server/platform";
import type { RateProviderName } from "./contract";

/** Currencies are a setting of the organization, whose id the event carries. */
export const currencyEnabled = defineEvent<{ currency: string }>("currency.enabled", "organization");
export const currencyDisabled = defineEvent<{ currency: string }>("currency.disabled", "organization");
export const rateSet = defineEvent<{
  base: string;
  currency: string;
  day: string;
  nominal: number;
  rateMicros: number;
}>("currency.rate_set", "organization");
export const rateSourceChosen = defineEvent<{ provider: RateProviderName | null }>(
  "currency.rate_source_chosen",
  "organization",
);
/** A provider told new rates of a day, so many. */
export const ratesFetched = defineEvent<{ provider: RateProviderName; day: string; count: number }>(
  "currency.rates_fetched",
  "organization",
);
export const rateRemoved = defineEvent<{ currency: string; day: string }>(
  "currency.rate_removed",
  "organization",
);
