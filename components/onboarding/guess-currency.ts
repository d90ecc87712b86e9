const byZone: Record<string, string> = {
  "Asia/Almaty": "KZT",
  "Asia/Qyzylorda": "KZT",
  "Asia/Aqtobe": "KZT",
  "Europe/Minsk": "BYN",
  "Europe/Kyiv": "UAH",
  "Europe/Kiev": "UAH",
  "Europe/London": "GBP",
  "Europe/Istanbul": "TRY",
  "Asia/Dubai": "AED",
  "Asia/Shanghai": "CNY",
};

const rubleZones =
  /^(Europe\/(Moscow|Kaliningrad|Samara|Saratov|Ulyanovsk|Volgograd|Astrakhan|Kirov)|Asia\/(Yekaterinburg|Omsk|Novosibirsk|Barnaul|Tomsk|Novokuznetsk|Krasnoyarsk|Irkutsk|Chita|Yakutsk|Vladivostok|Khandyga|Magadan|Sakhalin|Srednekolymsk|Kamchatka|Anadyr|Ust-Nera))$/;

/** The currency people of a time zone most likely sell in; elsewhere, that of their language. */
export function guessCurrency(timeZone: string, language: string): string {
  const known = byZone[timeZone];
  if (known) return known;
  if (rubleZones.test(timeZone)) return "RUB";
  if (timeZone.startsWith("Europe/")) return "EUR";
  if (timeZone.startsWith("America/")) return "USD";
  return language === "ru" ? "RUB" : "USD";
}
