import { z } from "zod";
import { parseDay } from "@/server/filter/zone";
import { currency } from "@/server/platform/money";

/** A day without a time, `yyyy-MM-dd`. */
export const day = z.string().refine((text) => parseDay(text) !== null, { params: { code: "date" } });

/** Whose rates can be taken: the Central Bank of Russia's, the European Central Bank's. */
export const rateProviderNames = ["cbr", "ecb"] as const;
export type RateProviderName = (typeof rateProviderNames)[number];

/**
 * Why rates were not had: nobody there, no answer in time, another answer than fine, more than a sheet of rates, not
 * what it should be; `base`: the organization's own currency is not among them.
 */
export const rateFaultCodes = [
  "unreachable",
  "timeout",
  "status",
  "too_large",
  "unreadable",
  "base",
] as const;
export type RateFaultCode = (typeof rateFaultCodes)[number];

/** From this day on `nominal` units cost `rateMicros` millionths of a unit of the organization's own currency. */
export type Rate = {
  id: string;
  currency: string;
  day: string;
  nominal: number;
  rateMicros: number;
  /** Who told it; null: a person. */
  source: RateProviderName | null;
};

/** Whose rates the organization takes, and how that goes. */
export type RateSource = {
  provider: RateProviderName;
  triedAt: Date | null;
  fetchedAt: Date | null;
  fetchedDay: string | null;
  missing: string[];
  fault: RateFaultCode | null;
};

export type Currencies = {
  /** The organization's own. */
  base: string;
  /** All it counts in, its own first, each with the rate of today; null for its own and where there is none. */
  enabled: { currency: string; rate: Rate | null }[];
  /** Null: rates are entered by hand alone. */
  source: RateSource | null;
};

/** Null: nobody's any more. The one chosen already: once more, now. */
export const ChooseRateSource = z.strictObject({ provider: z.enum(rateProviderNames).nullable() });
export type ChooseRateSource = z.output<typeof ChooseRateSource>;

export const CurrencyCode = z.strictObject({ currency });

export const SetRate = z.strictObject({
  currency,
  day,
  nominal: z.number().int().min(1).max(1_000_000).default(1),
  rateMicros: z.number().int().min(1).max(1_000_000_000_000),
});
export type SetRate = z.input<typeof SetRate>;

export const RateId = z.strictObject({ rateId: z.uuid() });
export const ListRates = z.strictObject({ currency });
