import { z } from "zod";
import { parseDay } from "@/server/filter/zone";
import { currency } from "@/server/platform/money";

/** A day without a time, `yyyy-MM-dd`. */
export const day = z.string().refine((text) => parseDay(text) !== null, { params: { code: "date" } });

/** From this day on `nominal` units cost `rateMicros` millionths of a unit of the organization's own currency. */
export type Rate = { id: string; currency: string; day: string; nominal: number; rateMicros: number };

export type Currencies = {
  /** The organization's own. */
  base: string;
  /** All it counts in, its own first, each with the rate of today; null for its own and where there is none. */
  enabled: { currency: string; rate: Rate | null }[];
};

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
