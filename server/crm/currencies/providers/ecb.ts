import { decimal, scale } from "./decimal";
import { fetchDocument, type Patience } from "./fetch-document";
import { RateFault, type RateProvider } from "./provider";
import { readXml, within } from "./read-xml";
import { sheetOf } from "./sheet";

/**
 * The European Central Bank: how much of each currency a euro costs, on working days in the afternoon.
 * https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html
 */
export function ecbProvider(url: string, patience: Patience = {}): RateProvider {
  return {
    name: "ecb",
    async rates() {
      const cubes = within(readXml(await fetchDocument(url, patience)), "Cube");
      const days = cubes.flatMap(({ attributes }) => attributes.time ?? []);
      const [day] = days;
      if (day === undefined || days.length > 1) throw new RateFault("unreadable", `${days.length} days`);
      const quotes = cubes.flatMap(({ attributes: { currency, rate } }) =>
        currency === undefined ? [] : [[currency, { units: decimal(rate ?? ""), cost: scale }] as const],
      );
      return sheetOf(day, "EUR", quotes);
    },
  };
}
