import { parseDay } from "@/server/filter/zone";
import { type Quote, RateFault, type RateSheet } from "./provider";

/**
 * A sheet of what was read, if it is one: a real day, the codes of currencies, something to tell.
 * @throws RateFault unreadable
 */
export function sheetOf(day: string, base: string, quotes: readonly (readonly [string, Quote])[]): RateSheet {
  if (!parseDay(day)) throw new RateFault("unreadable", `not a day: ${day.slice(0, 40)}`);
  if (quotes.length === 0) throw new RateFault("unreadable", "no rates at all");
  const odd = quotes.find(([code]) => !/^[A-Z]{3}$/.test(code));
  if (odd) throw new RateFault("unreadable", `not a currency: ${odd[0].slice(0, 40)}`);
  return { day, base, quotes: new Map(quotes) };
}
