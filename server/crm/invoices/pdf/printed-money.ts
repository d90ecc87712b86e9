import { currencyDigits } from "@/server/platform/money";

/** An amount on paper: with its minor part always, so that columns line up. */
export function printedMoney(minor: number, currency: string, language: string): string {
  const style = { style: "currency", currency, currencyDisplay: "narrowSymbol" } as const;
  return new Intl.NumberFormat(language, style).format(minor / 10 ** currencyDigits(currency));
}
