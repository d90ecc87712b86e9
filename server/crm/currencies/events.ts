import { defineEvent } from "@/server/platform";

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
export const rateRemoved = defineEvent<{ currency: string; day: string }>(
  "currency.rate_removed",
  "organization",
);
