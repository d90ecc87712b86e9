import { dayAt, dayText } from "@/server/filter/zone";
import { decimal } from "./decimal";
import { fetchDocument, type Patience } from "./fetch-document";
import type { RateProvider } from "./provider";
import { readXml, textIn, within } from "./read-xml";
import { sheetOf } from "./sheet";

/**
 * The Central Bank of Russia: rates of Moscow's day in roubles, published the day before.
 * https://www.cbr.ru/development/SXML/
 */
export function cbrProvider(url: string, patience: Patience = {}): RateProvider {
  return {
    name: "cbr",
    async rates(now) {
      const address = new URL(url);
      address.searchParams.set("date_req", dayOf(now));
      const root = readXml(await fetchDocument(address.href, patience));
      const quotes = within(root, "Valute").map((one) => {
        const quote = { units: decimal(textIn(one, "Nominal")), cost: decimal(textIn(one, "Value")) };
        return [textIn(one, "CharCode"), quote] as const;
      });
      // The day that the rates are of, which on days off is not the one asked for: 28.11.2026.
      const [day, month, year] = (root.attributes.Date ?? "").split(".");
      return sheetOf(`${year}-${month}-${day}`, "RUB", quotes);
    },
  };
}

/** Moscow's day, as the bank writes it: 28/11/2026. */
function dayOf(now: Date): string {
  const [year, month, day] = dayText(dayAt(now, "Europe/Moscow")).split("-");
  return `${day}/${month}/${year}`;
}
