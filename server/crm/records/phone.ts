import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js";

/** Where an organization is, for numbers written without a country: by its currency, else by its time zone. */
export function countryOf({
  currency,
  timeZone,
}: {
  currency: string;
  timeZone: string;
}): CountryCode | undefined {
  return byCurrency[currency] ?? byZone[timeZone];
}

/** A phone as it is compared: E.164, with the extension after "x"; the bare digits of what is no real number. */
export function phoneKey(value: string, country: CountryCode | undefined): string {
  const parsed = parsePhoneNumberFromString(value, country ?? {});
  if (parsed?.isPossible()) return parsed.ext ? `${parsed.number}x${parsed.ext}` : parsed.number;
  // Written as people read it aloud, without the plus: 7 916 …, 49 30 …
  const digits = value.replace(/\D/g, "");
  const abroad = digits.length > 10 ? parsePhoneNumberFromString(`+${digits}`) : undefined;
  return abroad?.isPossible() ? abroad.number : digits || value.trim().toLowerCase();
}

const byCurrency: Record<string, CountryCode> = {
  RUB: "RU",
  KZT: "KZ",
  BYN: "BY",
  UAH: "UA",
  GBP: "GB",
  CNY: "CN",
  TRY: "TR",
  AED: "AE",
  JPY: "JP",
  KWD: "KW",
};

const byZone: Record<string, CountryCode> = {
  "Europe/Berlin": "DE",
  "Europe/Vienna": "AT",
  "Europe/Zurich": "CH",
  "Europe/Paris": "FR",
  "Europe/Madrid": "ES",
  "Europe/Rome": "IT",
  "Europe/Amsterdam": "NL",
  "Europe/Brussels": "BE",
  "Europe/Dublin": "IE",
  "Europe/Helsinki": "FI",
  "Europe/Lisbon": "PT",
  "Europe/Athens": "GR",
  "Europe/Tallinn": "EE",
  "Europe/Riga": "LV",
  "Europe/Vilnius": "LT",
  "America/New_York": "US",
  "America/Chicago": "US",
  "America/Denver": "US",
  "America/Los_Angeles": "US",
};
