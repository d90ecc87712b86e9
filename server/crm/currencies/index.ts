export { type Conversion, convert, rateOn } from "./convert";
export { disableCurrency, enableCurrency } from "./enable-currency";
export { fetchRates, fetchRatesFor } from "./fetch-rates";
export { listCurrencies, listRates } from "./list-currencies";
export { chooseRateSource } from "./rate-source";
export { removeRate, setRate } from "./set-rate";
