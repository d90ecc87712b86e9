import type { RateFaultCode, RateProviderName } from "../contract";

/** So many units of a currency cost so many of the sheet's own; both in whole 10⁻¹⁰. */
export type Quote = { units: bigint; cost: bigint };

/** What a provider says of one day. */
export type RateSheet = {
  /** From which day on they are good, `yyyy-MM-dd`. */
  day: string;
  /** What everything is priced in. */
  base: string;
  quotes: ReadonlyMap<string, Quote>;
};

/** Whoever publishes rates. */
export type RateProvider = {
  name: RateProviderName;
  /** The latest rates as of an instant. @throws RateFault */
  rates(now: Date): Promise<RateSheet>;
};

/** Rates were not had; `code` says why. */
export class RateFault extends Error {
  constructor(
    readonly code: RateFaultCode,
    message: string,
  ) {
    super(message);
    this.name = "RateFault";
  }
}
